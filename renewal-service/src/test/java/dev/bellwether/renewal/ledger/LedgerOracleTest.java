package dev.bellwether.renewal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import dev.bellwether.renewal.retention.Movement;
import dev.bellwether.renewal.retention.Retention;
import dev.bellwether.renewal.retention.Sum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerOracleTest {

    private static final String ACCOUNT_CURRENCY = "USD";
    private static final List<String> ZONES =
            List.of("UTC", "America/Los_Angeles", "Europe/Berlin", "Pacific/Kiritimati");

    /** Contracts by account and id. */
    private final Map<String, Map<String, List<ContractChanged>>> accounts = new LinkedHashMap<>();

    private ZoneId zone = ZoneOffset.UTC;
    private LocalDate from = LocalDate.EPOCH;
    private LocalDate to = LocalDate.EPOCH;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_figure_is_what_a_spreadsheet_says(long seed) {
        Random random = new Random(seed);
        zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        for (int i = 0; i < 5; i++) {
            Map<String, List<ContractChanged>> contracts = new LinkedHashMap<>();
            for (int j = 1 + random.nextInt(2); j > 0; j--) {
                String id = "c" + i + j;
                contracts.put(id, SomeContract.of(random, "a" + i, id));
            }
            accounts.put("a" + i, contracts);
        }
        from = SomeContract.FIRST.plusDays(random.nextInt(1000));
        to = from.plusDays(random.nextInt(120));
        Map<String, List<@Nullable Object>> figures = figures();

        assertThat(figures).isEqualTo(plainly());
        accounts.values().forEach(contracts -> contracts.replaceAll((id, versions) -> shuffled(random, versions)));
        assertThat(figures()).isEqualTo(figures);
    }

    static LongStream seeds() {
        return LongStream.range(0, 1000);
    }

    /** Some versions twice, in any order. */
    private static List<ContractChanged> shuffled(Random random, List<ContractChanged> versions) {
        List<ContractChanged> some = new ArrayList<>(versions);
        some.add(versions.get(random.nextInt(versions.size())));
        Collections.shuffle(some, random);
        return some;
    }

    private Map<String, List<@Nullable Object>> figures() {
        List<Booked> booked = new ArrayList<>();
        accounts.forEach((account, contracts) ->
                contracts.forEach((id, versions) -> Stretches.of(versions, zone, ACCOUNT_CURRENCY)
                        .forEach(stretch -> booked.add(new Booked(account, id, stretch)))));
        List<Line> lines = Lines.of(
                booked.stream()
                        .filter(row -> !row.stretch().from().isAfter(to)
                                && !row.stretch().to().isBefore(from.minusDays(1))),
                from,
                to);
        Set<Customer> before = booked.stream()
                .filter(row -> row.stretch().to().isBefore(from.minusDays(1)))
                .map(row -> new Customer(row.accountId(), row.stretch().currency()))
                .collect(Collectors.toSet());
        Map<String, List<@Nullable Object>> figures = new TreeMap<>();
        new Answer(lines, before, Map.of()).parts().forEach((part, retention) -> {
            if (!isNothing(retention)) {
                figures.put(part.currency(), figures(retention));
            }
        });
        return figures;
    }

    private static boolean isNothing(Retention retention) {
        return retention.opening().accounts() == 0 && retention.closing().accounts() == 0;
    }

    private static List<@Nullable Object> figures(Retention retention) {
        List<@Nullable Object> figures = new ArrayList<>();
        figures.add(retention.opening().arr().longValueExact());
        figures.add(retention.closing().arr().longValueExact());
        for (Movement movement : Movement.values()) {
            Sum sum = retention.movements().getOrDefault(movement, Sum.NONE);
            figures.add(movement + " " + sum.accounts() + " " + sum.arr());
        }
        figures.add(retention.cohort().grr());
        figures.add(retention.cohort().nrr());
        figures.add(retention.cohort().logo());
        figures.add(retention.due().grr());
        figures.add(retention.due().nrr());
        figures.add(retention.due().logo());
        return figures;
    }

    private Map<String, List<@Nullable Object>> plainly() {
        Map<String, List<@Nullable Object>> figures = new TreeMap<>();
        for (String currency : List.of("EUR", "USD")) {
            List<@Nullable Object> of = plainly(currency);
            if (of != null) {
                figures.put(currency, of);
            }
        }
        return figures;
    }

    private @Nullable List<@Nullable Object> plainly(String currency) {
        long[] all = new long[6]; // opening, closing, kept, stayed, customers at the opening, at the closing
        long[] due = new long[5]; // opening, closing, kept, stayed, customers at the opening
        Map<String, long[]> moved = new HashMap<>();
        for (Map<String, List<ContractChanged>> contracts : accounts.values()) {
            List<PlainLedger> own = contracts.values().stream()
                    .map(versions -> new PlainLedger(versions, zone, ACCOUNT_CURRENCY))
                    .filter(contract -> contract.everNames(currency))
                    .toList();
            Long opening = sum(own, from.minusDays(1), currency);
            Long closing = sum(own, to, currency);
            all[5] += closing == null ? 0 : 1;
            long was = opening == null ? 0 : opening;
            long is = closing == null ? 0 : closing;
            all[0] += was;
            all[1] += is;
            String movement = movement(own, opening, closing, currency);
            if (movement != null) {
                long[] sum = moved.computeIfAbsent(movement, m -> new long[2]);
                sum[0]++;
                sum[1] += is - was;
            }
            if (opening != null) {
                all[2] += Math.min(was, is);
                all[3] += closing == null ? 0 : 1;
                all[4]++;
            }
            List<PlainLedger> deciding = own.stream()
                    .filter(contract ->
                            from.datesUntil(to.plusDays(1)).anyMatch(day -> contract.isDecidedOn(day, currency))
                                    || contract.isEndedUndecided(from, to, currency))
                    .toList();
            Long dueOpening = sum(deciding, from.minusDays(1), currency);
            Long dueClosing = sum(deciding, to, currency);
            if (dueOpening != null) {
                long dueIs = dueClosing == null ? 0 : dueClosing;
                due[0] += dueOpening;
                due[1] += dueIs;
                due[2] += Math.min(dueOpening, dueIs);
                due[3] += dueClosing == null ? 0 : 1;
                due[4]++;
            }
        }
        return all[4] == 0 && all[5] == 0 ? null : figures(all, due, moved);
    }

    private static List<@Nullable Object> figures(long[] all, long[] due, Map<String, long[]> moved) {
        List<@Nullable Object> figures = new ArrayList<>(List.of(all[0], all[1]));
        for (String movement : List.of("NEW", "EXPANSION", "CONTRACTION", "CHURN", "REACTIVATION")) {
            long[] sum = moved.getOrDefault(movement, new long[2]);
            figures.add(movement + " " + sum[0] + " " + sum[1]);
        }
        long lostAndNew =
                moved.getOrDefault("NEW", new long[2])[1] + moved.getOrDefault("REACTIVATION", new long[2])[1];
        figures.add(percent(all[2], all[0]));
        figures.add(percent(all[1] - lostAndNew, all[0]));
        figures.add(percent(all[3], all[4]));
        figures.add(percent(due[2], due[0]));
        figures.add(percent(due[1], due[0]));
        figures.add(percent(due[3], due[4]));
        return figures;
    }

    private @Nullable String movement(
            List<PlainLedger> own, @Nullable Long opening, @Nullable Long closing, String currency) {
        if (opening == null && closing == null) {
            return null;
        }
        if (opening == null) {
            boolean before = own.stream().anyMatch(contract -> contract.ranBefore(from.minusDays(1), currency));
            return before ? "REACTIVATION" : "NEW";
        }
        if (closing == null) {
            return "CHURN";
        }
        return closing > opening ? "EXPANSION" : closing < opening ? "CONTRACTION" : null;
    }

    private static @Nullable Long sum(List<PlainLedger> contracts, LocalDate day, String currency) {
        Long sum = null;
        for (PlainLedger contract : contracts) {
            Long worth = contract.worthOn(day, currency);
            if (worth != null) {
                sum = (sum == null ? 0 : sum) + worth;
            }
        }
        return sum;
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    }
}
