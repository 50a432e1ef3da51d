package dev.bellwether.renewal.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contracts of the company's files, counted as in a spreadsheet: a row a contract, a column a day. */
record PlainCompany(List<Row> contracts) {

    /** A contract and the items that it was for. */
    record Row(Map<String, String> contract, List<Map<String, String>> items) {

        String account() {
            return contract.getOrDefault("account_id", "");
        }

        String currency() {
            return contract.getOrDefault("currency_code", "");
        }

        private LocalDate day(String column) {
            return LocalDate.parse(contract.getOrDefault(column, ""));
        }

        /** Null while it does not run. Those that renew by themselves never end: nobody was told of a cancellation. */
        @Nullable
        Long worthOn(LocalDate day) {
            boolean renews = contract.getOrDefault("auto_renew_flag", "").equals("True");
            boolean runs = !day.isBefore(day("signed_date"))
                    && !day.isBefore(day("start_date"))
                    && (renews || !day.isAfter(day("end_date")));
            if (!runs) {
                return null;
            }
            LocalDate changed = items.stream()
                    .map(item -> LocalDate.parse(item.getOrDefault("effective_start", "")))
                    .filter(start -> !start.isAfter(day))
                    .max(Comparator.naturalOrder())
                    .orElse(LocalDate.MIN);
            return items.stream()
                    .filter(item -> isOf(item, changed))
                    .mapToLong(this::amount)
                    .sum();
        }

        private static boolean isOf(Map<String, String> item, LocalDate day) {
            String end = item.getOrDefault("effective_end", "");
            return !LocalDate.parse(item.getOrDefault("effective_start", "")).isAfter(day)
                    && (end.isEmpty() || !LocalDate.parse(end).isBefore(day));
        }

        private long amount(Map<String, String> item) {
            int digits = Currency.getInstance(currency()).getDefaultFractionDigits();
            return new BigDecimal(item.getOrDefault("mrr_local", ""))
                    .multiply(BigDecimal.valueOf(12))
                    .movePointRight(digits)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    static PlainCompany read(Path folder) throws IOException {
        Map<String, String> contractOf = new HashMap<>();
        table(folder, "subscriptions")
                .forEach(row ->
                        contractOf.put(row.getOrDefault("subscription_id", ""), row.getOrDefault("contract_id", "")));
        Map<String, List<Map<String, String>>> items = table(folder, "subscription_items").stream()
                .collect(Collectors.groupingBy(
                        row -> contractOf.getOrDefault(row.getOrDefault("subscription_id", ""), "")));
        return new PlainCompany(table(folder, "contracts").stream()
                .map(row -> new Row(row, items.getOrDefault(row.getOrDefault("contract_id", ""), List.of())))
                .toList());
    }

    Map<String, List<String>> figures(LocalDate from, LocalDate to) {
        Map<String, List<String>> figures = new TreeMap<>();
        Set<String> currencies = contracts.stream().map(Row::currency).collect(Collectors.toSet());
        for (String currency : currencies) {
            List<Row> own = contracts.stream()
                    .filter(row -> row.currency().equals(currency))
                    .toList();
            Count count = new Count();
            own.stream().map(Row::account).distinct().forEach(account -> count.add(own, account, from, to));
            if (count.customers > 0) {
                figures.put(currency, count.figures());
            }
        }
        return figures;
    }

    private static List<Map<String, String>> table(Path folder, String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".csv"));
        List<String> head = List.of(lines.getFirst().split(",", -1));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(head.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** The sums of one currency. */
    private static final class Count {
        private final Map<String, long[]> moved = new HashMap<>();
        private long customers;
        private long openings;
        private long opening;
        private long closings;
        private long closing;
        private long kept;
        private long net;
        private long stayed;

        void add(List<Row> own, String account, LocalDate from, LocalDate to) {
            Long first = worth(own, account, from.minusDays(1));
            Long last = worth(own, account, to);
            long was = first == null ? 0 : first;
            long is = last == null ? 0 : last;
            customers += first == null && last == null ? 0 : 1;
            openings += first == null ? 0 : 1;
            closings += last == null ? 0 : 1;
            opening += was;
            closing += is;
            if (first != null) {
                kept += Math.min(was, is);
                net += is;
                stayed += last == null ? 0 : 1;
            }
            String movement = first == null
                    ? last == null ? "" : ranBefore(own, account, from) ? "reactivation" : "new"
                    : last == null ? "churn" : is > was ? "expansion" : is < was ? "contraction" : "";
            long[] sum = moved.computeIfAbsent(movement, m -> new long[2]);
            sum[0]++;
            sum[1] += is - was;
        }

        private static boolean ranBefore(List<Row> own, String account, LocalDate from) {
            return LocalDate.of(2023, 1, 1)
                    .datesUntil(from.minusDays(1))
                    .anyMatch(day -> worth(own, account, day) != null);
        }

        private static @Nullable Long worth(List<Row> own, String account, LocalDate day) {
            Long sum = null;
            for (Row row : own) {
                Long worth = row.account().equals(account) ? row.worthOn(day) : null;
                sum = worth == null ? sum : Long.valueOf((sum == null ? 0 : sum) + worth);
            }
            return sum;
        }

        List<String> figures() {
            List<String> figures = new ArrayList<>(
                    List.of("opening " + openings + " " + opening, "closing " + closings + " " + closing));
            for (String movement : List.of("new", "expansion", "contraction", "churn", "reactivation")) {
                long[] sum = moved.getOrDefault(movement, new long[2]);
                figures.add(movement + " " + sum[0] + " " + sum[1]);
            }
            figures.add("GRR " + percent(kept, opening));
            figures.add("NRR " + percent(net, opening));
            figures.add("logos " + percent(stayed, openings));
            return figures;
        }

        private static @Nullable BigDecimal percent(long part, long whole) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part)
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
        }
    }
}
