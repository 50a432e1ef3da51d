package dev.bellwether.renewal.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.contracts.agreed.Stretches;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/renewals.md, row by row: the course, the past terms and the ledger tell the same of the year 2025. */
class HowATermEndsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            it renews by itself                        | yes                                                        | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…
            it does not renew                          |                                                            | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31
            the next term is named in time             | 2025-11-20 term 2026-01-01 2026-12-31                      | 2025 RENEWED | 2025 renewed 5 | 2025-01-01…2026-12-31
            the next term is named late                | 2026-01-15 term 2026-01-01 2026-12-31                      | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2025-12-31 2026-01-15…2026-12-31
            the next term begins after a gap           | 2025-12-20 term 2026-02-01 2027-01-31                      | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31 2026-02-01…2027-01-31
            its last day alone is moved on             | 2025-11-20 end 2026-12-31                                  | 2025 RENEWED | 2025 renewed 5 | 2025-01-01…2026-12-31
            its last day is corrected                  | 2025-11-20 end 2026-01-15                                  | 2026 LAPSED  | 2026 lost 7    | 2025-01-01…2026-01-15
            it has merely ended                        | yes, 2026-01-01 ended                                      | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31
            it ended early                             | yes, 2025-09-15 ended                                      | 2025 LAPSED  | 2025 lost 2    | 2025-01-01…2025-09-14
            it is cancelled in time                    | yes, 2025-06-01 cancelled                                  | 2025 CHURNED | 2025 lost 0    | 2025-01-01…2025-12-31
            it is cancelled on its last day            | yes, 2025-12-31 cancelled                                  | 2025 CHURNED | 2025 lost 7    | 2025-01-01…2025-12-31
            it is cancelled after it renewed           | yes, 2026-01-10 cancelled                                  | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2026-12-31
            it is cancelled, and taken up in time      | yes, 2025-06-01 cancelled, 2025-12-01 active               | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…
            a no to renewal is said in time            | yes, 2025-06-01 no                                         | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31
            a no to renewal is said after it renewed   | yes, 2026-01-10 no                                         | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2026-12-31
            a yes is said soon after                   | 2026-01-05 yes                                             | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2025-12-31 2026-01-05…
            a draft of the next term is never agreed   | 2025-10-01 term 2026-01-01 2026-12-31 draft                | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31
            a draft of the next term is agreed         | 2025-10-01 term 2026-01-01 2026-12-31 draft, 2025-12-15 active | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2026-12-31
            the next term is cancelled before it begins | 2025-10-01 term 2026-01-01 2026-12-31, 2025-11-01 cancelled | 2025 RENEWED | 2025 renewed 2 | 2025-01-01…2026-12-31
            the next term is ended before it begins    | 2025-10-01 term 2026-01-01 2026-12-31, 2025-11-01 ended    | 2025 LAPSED, 2026 LAPSED | 2025 lost 7, 2026 lost 0 | 2025-01-01…2025-10-31
            a trial is left                            | trial                                                      | 2025 LAPSED  |                |
            it is cancelled as of a later day          | yes, 2025-06-01 cancelledOn 2025-10-10                     | 2025 CHURNED | 2025 lost 3    | 2025-01-01…2025-12-31
            it is cancelled as of a day of the next term | yes, 2025-06-01 cancelledOn 2026-05-05                   | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2026-12-31
            it is cancelled as of a day long ago       | yes, 2026-01-10 cancelledOn 2025-09-15                     | 2025 CHURNED | 2025 lost 2    | 2025-01-01…2026-01-09
            it ended early, and is taken up in the next term | yes, 2025-03-01 ended, 2026-01-20 active             | 2025 LAPSED  | 2025 lost 0    | 2025-01-01…2025-02-28 2026-01-20…
            it ended early, and is taken up within the term | yes, 2025-03-01 ended, 2025-09-20 active              | 2025 RENEWED | 2025 renewed 7 | 2025-01-01…2025-02-28 2025-09-20…
            it ended early, and its last day is moved on | yes, 2025-03-01 ended, 2025-11-20 active end 2026-12-31  | 2025 LAPSED  | 2025 lost 0    | 2025-01-01…2025-02-28 2025-11-20…
            it was over for long, and its last day is moved on | 2026-01-30 end 2026-12-31                          | 2025 LAPSED  | 2025 lost 7    | 2025-01-01…2025-12-31 2026-01-30…2026-12-31
            it was cancelled, over for long, and its last day is moved on | yes, 2025-06-01 cancelled, 2026-01-30 active end 2026-12-31 | 2025 CHURNED | 2025 lost 0 | 2025-01-01…2025-12-31 2026-01-30…
            its first day is corrected after that      | 2025-11-20 end 2026-12-31, 2026-01-20 start 2025-01-02     | 2025 RENEWED | 2025 renewed 5 | 2025-01-01…2026-12-31
            its days are drafted anew                  | 2025-03-01 term 2025-01-10 2026-01-09 draft                |              |                | 2025-01-01…2025-02-28
            without an end it ends by no renewal       | open                                                       |              |                | 2025-01-01…
            without an end, cancelled                  | open, 2025-09-01 cancelled                                 | 2025 CHURNED |                | 2025-01-01…2025-10-01
            without an end, ended                      | open, 2025-09-01 ended                                     | 2025 LAPSED  |                | 2025-01-01…2025-08-31
            without an end, and a term is drafted      | open, 2025-09-01 term 2026-01-01 2026-12-31 draft          |              |                | 2025-01-01…
            without an end, cancelled and soon taken up | open, 2025-02-01 cancelled, 2025-02-10 active, 2025-11-01 cancelled | 2025 CHURNED |      | 2025-01-01…2025-12-01
            without an end, cancelled twice            | open, 2025-02-01 cancelled, 2025-08-01 active, 2025-11-01 cancelled | 2025 CHURNED, 2025 CHURNED | | 2025-01-01…2025-03-03 2025-08-01…2025-12-01
            """)
    void it_becomes(
            String name, @Nullable String words, @Nullable String ends, @Nullable String cases, @Nullable String days) {
        for (boolean spoken : List.of(false, true)) {
            Contracted contracted = contracted(words == null ? "" : words, spoken);
            History history = contracted.history();

            assertThat(history.course(TODAY).ends().stream()
                            .map(end -> end.term().endsOn().getYear() + " " + end.outcome())
                            .collect(Collectors.joining(", ")))
                    .as("ends, with a status: %s", spoken)
                    .isEqualTo(ends == null ? "" : ends);
            assertThat(history.pastTerms(TODAY).stream()
                            .map(HowATermEndsTest::text)
                            .collect(Collectors.joining(", ")))
                    .as("past terms, with a status: %s", spoken)
                    .isEqualTo(cases == null ? "" : cases);
            assertThat(days(contracted)).as("ledger, with a status: %s", spoken).isEqualTo(days == null ? "" : days);
        }
    }

    private static Contracted contracted(String words, boolean spoken) {
        Contracted contracted = words.equals("trial")
                ? Contracted.trial("2025-01-01", "2025-12-31")
                : words.startsWith("open")
                        ? Contracted.open("2025-01-01").noticeDays(30)
                        : Contracted.subscription("2025-01-01", "2025-12-31").noticeDays(30);
        if (spoken) {
            contracted.status(ContractStatus.ACTIVE);
        }
        for (String sentence : words.split(", ")) {
            say(contracted, new ArrayList<>(List.of(sentence.split(" "))));
        }
        return contracted;
    }

    private static void say(Contracted contracted, List<String> words) {
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            switch (word) {
                case "", "trial", "open" -> {}
                case "yes" -> contracted.autoRenews();
                case "no" -> contracted.autoRenewsNoMore();
                case "term" -> contracted.term(words.removeFirst(), words.removeFirst());
                case "start" -> contracted.startsOn(words.removeFirst());
                case "cancelledOn" -> contracted.cancelledOn(words.removeFirst());
                case "end" -> contracted.endsOn(words.removeFirst());
                case "active", "draft", "cancelled", "ended" ->
                    contracted.status(ContractStatus.valueOf(word.toUpperCase(Locale.ROOT)));
                default -> contracted.on(word);
            }
        }
    }

    private static String text(PastTerm term) {
        return term.endsOn().getYear()
                + (term.renewed() ? " renewed " : " lost ")
                + term.milestones().size();
    }

    /** The days on which it ran, whatever it was worth. */
    private static String days(Contracted contracted) {
        List<LocalDate> breaks = new ArrayList<>();
        for (Stretch stretch : Stretches.of(contracted.versions(), ZoneOffset.UTC, null)) {
            if (!breaks.isEmpty() && breaks.getLast().plusDays(1).equals(stretch.from())) {
                breaks.removeLast();
            } else {
                breaks.add(stretch.from());
            }
            breaks.add(stretch.to());
        }
        StringBuilder days = new StringBuilder();
        for (int i = 0; i < breaks.size(); i += 2) {
            LocalDate to = breaks.get(i + 1);
            days.append(i == 0 ? "" : " ")
                    .append(breaks.get(i))
                    .append("…")
                    .append(to.equals(Stretch.FOREVER) ? "" : to);
        }
        return days.toString();
    }
}
