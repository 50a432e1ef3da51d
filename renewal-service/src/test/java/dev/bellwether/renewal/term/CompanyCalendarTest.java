package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts of a company, against a calendar counted plainly from its file: months are added to the first day. */
class CompanyCalendarTest {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final LocalDate TO = LocalDate.of(2028, 1, 1);
    private static final List<Integer> NOTICES = List.of(0, 30, 60);

    /** A line of the file, as far as it does not tell the outcome. */
    record Row(String id, LocalDate startsOn, LocalDate endsOn, boolean autoRenew, int months) {

        LocalDate start(int term) {
            return startsOn.plusMonths((long) months * term);
        }

        LocalDate end(int term) {
            return start(term + 1).minusDays(1);
        }

        @Override
        public String toString() {
            return id + " " + startsOn + "…" + endsOn + " " + months + " months" + (autoRenew ? ", renews" : "");
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void terms_decisions_and_milestones_are_those_of_a_plain_calendar_to_the_day(Row row) {
        for (int notice : NOTICES) {
            Contracted contracted = Contracted.of(
                            "c-1",
                            ContractKind.SUBSCRIPTION,
                            row.startsOn().toString(),
                            row.endsOn().toString())
                    .noticeDays(notice);
            Contract contract = (row.autoRenew() ? contracted.autoRenews() : contracted.autoRenewsNoMore()).folded();
            Watching watching = new Watching();
            FROM.datesUntil(TO).forEach(day -> watching.look(day, contract));

            assertThat(told(watching)).as("notice %s", notice).containsExactlyElementsOf(plain(row, notice));
            assertThat(ends(watching)).containsExactlyElementsOf(plainEnds(row));
        }
    }

    static Stream<Row> rows() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CompanyCalendarTest.class.getResourceAsStream("/b2b-saas-250/contracts.csv")),
                StandardCharsets.UTF_8))) {
            List<String> head = List.of(reader.readLine().split(","));
            return reader.lines().map(line -> row(head, List.of(line.split(",")))).toList().stream();
        }
    }

    private static Row row(List<String> head, List<String> cells) {
        return new Row(
                cells.get(head.indexOf("contract_id")),
                LocalDate.parse(cells.get(head.indexOf("start_date"))),
                LocalDate.parse(cells.get(head.indexOf("end_date"))),
                cells.get(head.indexOf("auto_renew_flag")).equals("True"),
                Integer.parseInt(cells.get(head.indexOf("contract_term_months"))));
    }

    /** Such as {@code 2026-02-01: 30 days before 2026-03-03}. */
    private static List<String> plain(Row row, int notice) {
        TreeSet<String> days = new TreeSet<>();
        for (int term = 0; row.start(term).isBefore(TO.plusDays(notice)) && (term == 0 || row.autoRenew()); term++) {
            LocalDate decision = row.end(term).minusDays(notice);
            // a month's notice of a month: what is told of a term comes before it, after the decision before
            boolean ahead = row.autoRenew() && notice >= 30 && row.months() == 1;
            LocalDate earliest = ahead ? row.start(term).minusDays(notice) : row.start(term);
            for (int before : new int[] {120, 90, 60, 30, 14, 7, 1}) {
                LocalDate due = decision.minusDays(before);
                // what came before the first look is told nearest only: none here
                if (!due.isBefore(earliest) && !due.isBefore(FROM) && due.isBefore(TO)) {
                    days.add(due + ": " + before + " days before " + decision);
                }
            }
        }
        return List.copyOf(days);
    }

    private static List<String> told(Watching watching) {
        return watching.told.stream()
                .filter(Notice.Due.class::isInstance)
                .map(Notice.Due.class::cast)
                .map(due -> due.milestone().dueOn() + ": " + due.milestone().days() + " days before "
                        + due.milestone().decisionOn() + (due.late() ? ", late" : ""))
                .sorted()
                .toList();
    }

    private static List<String> plainEnds(Row row) {
        List<String> ends = new ArrayList<>();
        for (int term = 0; row.end(term).isBefore(TO.minusDays(1)) && (term == 0 || row.autoRenew()); term++) {
            ends.add(row.start(term) + "…" + row.end(term));
        }
        return ends;
    }

    private static List<String> ends(Watching watching) {
        List<String> ends = new ArrayList<>();
        for (Notice notice : watching.told) {
            switch (notice) {
                case Notice.Renewed renewed -> ends.add(before(renewed));
                case Notice.Lapsed lapsed -> ends.add(text(lapsed.term()));
                case Notice.Due d -> {} // no end
                case Notice.Churned c -> throw new AssertionError("nobody cancelled: " + c);
            }
        }
        return ends;
    }

    /** A renewal carries the new term: the old one ended the day before. */
    private static String before(Notice.Renewed renewed) {
        Contract contract = renewed.contract();
        Period first = Objects.requireNonNull(contract.period());
        int term = 0;
        while (!first.repeated(term + 1L).equals(renewed.term())) {
            term++;
        }
        return text(first.repeated(term));
    }

    private static String text(Period term) {
        return term.startsOn() + "…" + term.endsOn();
    }
}
