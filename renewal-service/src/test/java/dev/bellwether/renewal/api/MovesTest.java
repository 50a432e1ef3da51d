package dev.bellwether.renewal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.Problem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovesTest {

    private static final String TODAY = "2026-03-02";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    # name                                      | said before                                             | said now   | refused
                    a subscription that ran becomes a draft     | 2026-01-01 subscription active 2026-01-01               | draft      | /status
                    a subscription that ran becomes a trial     | 2026-01-01 subscription active 2026-01-01               | trial      | /kind
                    both at once                                | 2026-01-01 subscription active 2026-01-01               | draft trial | /status /kind
                    a trial that ran becomes a draft            | 2026-01-01 trial active 2026-01-01                      | draft      | /status
                    it ran before it was drafted by a source    | 2026-01-01 subscription active 2026-01-01, 2026-02-01 - draft - | draft | /status
                    it ran, and begins anew next year           | 2026-01-01 subscription active 2026-01-01, 2026-02-01 - - 2027-01-01 | draft | /status
                    without an end, since last year             | 2026-01-01 subscription active 2025-01-01 open          | draft      | /status
                    a trial becomes a subscription              | 2026-01-01 trial active 2026-01-01                      | subscription |
                    it is cancelled                             | 2026-01-01 subscription active 2026-01-01               | cancelled  |
                    it is ended                                 | 2026-01-01 subscription active 2026-01-01               | ended      |
                    it is taken up again                        | 2026-01-01 subscription cancelled 2026-01-01            | active     |
                    it was over, and is taken up again          | 2023-01-01 subscription cancelled 2023-01-01            | active     | /startsOn
                    it was over, and is cancelled again         | 2023-01-01 subscription cancelled 2023-01-01            | cancelled  |
                    its last day is moved on, long after it was over | 2023-01-01 subscription cancelled 2023-01-01       | to:2026-12-31 | /startsOn
                    with the first day that it had              | 2023-01-01 subscription cancelled 2023-01-01            | active from:2023-01-01 to:2026-12-31 | /startsOn
                    a new term is named                         | 2023-01-01 subscription cancelled 2023-01-01            | active from:2026-03-01 to:2027-02-28 |
                    its last day is corrected                   | 2023-01-01 subscription cancelled 2023-01-01            | to:2023-11-30 |
                    it ended early, and is taken up much later  | 2025-01-01 subscription active 2025-01-01, 2025-03-01 - ended - | active | /startsOn
                    it ended early, and is taken up in the term | 2025-09-01 subscription active 2025-09-01, 2025-10-01 - ended - | active | /startsOn
                    it ended early, and is taken up soon        | 2025-09-01 subscription active 2025-09-01, 2026-02-20 - ended - | active |
                    without an end, over, and taken up          | 2025-01-01 subscription active 2025-01-01 open, 2025-06-01 - cancelled - | active | /startsOn
                    without an end, over, and begun anew        | 2025-01-01 subscription active 2025-01-01 open, 2025-06-01 - cancelled - | active from:2026-03-02 |
                    without an end, over, and begun anew before | 2025-01-01 subscription active 2025-01-01 open, 2025-06-01 - cancelled - | active from:2026-02-15 |
                    a draft stays one                           | 2026-01-01 subscription draft 2026-01-01                | draft      |
                    a draft becomes one of a trial              | 2026-01-01 subscription draft 2026-01-01                | trial      |
                    what is agreed and has not begun is drafted | 2026-01-01 subscription active 2026-03-02               | draft      |
                    what was agreed today by mistake is drafted | 2026-01-01 - draft 2026-01-01, 2026-03-02 - active -    | draft      |
                    what nobody knew of                         |                                                         | draft      |
                    """)
    void no_contract_goes_back_to_before_it_ran(
            String name, @Nullable String before, String now, @Nullable String refused) {
        List<ContractChanged> known = before == null
                ? List.of()
                : Arrays.stream(before.split(","))
                        .map(said -> version(said.strip().split(" ")))
                        .toList();

        assertThat(Moves.illegal(version(now.split(" ")), known, ZoneOffset.UTC))
                .extracting(Problem::pointer)
                .containsExactly(refused == null ? new String[0] : refused.split(" "));
    }

    /** Day, kind, status, first day (of a year) and, perhaps, open; or words that are said today, and days from and to. */
    private static ContractChanged version(String[] words) {
        boolean now = !Character.isDigit(words[0].charAt(0));
        String day = now ? TODAY : words[0];
        LocalDate startsOn = now ? said("from:", words) : day(words[3]);
        return new ContractChanged(
                new Occurrence(
                        String.join(" ", words),
                        "acme",
                        LocalDate.parse(day).atTime(8, 0).toInstant(ZoneOffset.UTC)),
                "c-1",
                find(ContractKind.values(), words),
                startsOn,
                now
                        ? said("to:", words)
                        : startsOn == null || words.length > 4
                                ? null
                                : startsOn.plusYears(1).minusDays(1),
                null,
                null,
                null,
                null,
                find(ContractStatus.values(), words),
                null);
    }

    private static @Nullable LocalDate said(String name, String[] words) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(name))
                .map(word -> LocalDate.parse(word.substring(name.length())))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(String word) {
        return word.equals("-") ? null : LocalDate.parse(word);
    }

    private static <T extends dev.bellwether.contracts.Constant> @Nullable T find(T[] constants, String[] words) {
        return Arrays.stream(constants)
                .filter(one -> List.of(words).contains(one.json()))
                .findFirst()
                .orElse(null);
    }
}
