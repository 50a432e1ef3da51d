package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.csv.row.DayPattern;
import dev.bellwether.ingest.csv.row.Decimals;
import dev.bellwether.ingest.csv.row.ImportKind;
import dev.bellwether.ingest.csv.row.ImportOrder;
import dev.bellwether.ingest.csv.row.Spelling;
import dev.bellwether.ingest.moment.LenientTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads from a request's query how the file is to be read. */
final class Orders {

    private static final Map<String, Character> DELIMITERS =
            Map.of(",", ',', "comma", ',', ";", ';', "semicolon", ';', "\t", '\t', "tab", '\t', "|", '|', "pipe", '|');

    private static final Map<String, Decimals> DECIMALS =
            Map.of(",", Decimals.COMMA, "comma", Decimals.COMMA, ".", Decimals.POINT, "point", Decimals.POINT);

    private final List<Problem> problems = new ArrayList<>();

    private Orders() {}

    /** The order, or what is wrong with the query; pointers name its parameters. */
    static Reading<ImportOrder> read(ImportKind kind, Map<String, List<String>> query) {
        Orders orders = new Orders();
        ZoneId zone = orders.zone(first("zone", query));
        ImportOrder order = new ImportOrder(
                kind,
                orders.pairs("map", query),
                orders.pairs("set", query),
                new Spelling(
                        zone,
                        orders.oneOf(DELIMITERS, "delimiter", query),
                        orders.oneOf(DECIMALS, "decimal", query),
                        orders.days(first("dates", query))),
                orders.asOf(first("asOf", query), zone));
        return orders.problems.isEmpty() ? new Reading.Understood<>(order) : new Reading.Refused<>(orders.problems);
    }

    /** {@code a:b,c:d}, once or several times; a name may hold a colon, what it is mapped to may not. */
    private Map<String, String> pairs(String name, Map<String, List<String>> query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String list : query.getOrDefault(name, List.of())) {
            for (String pair : list.split(",")) {
                int colon = name.equals("map") ? pair.lastIndexOf(':') : pair.indexOf(':');
                if (colon < 1 || colon == pair.length() - 1) {
                    problems.add(new Problem("/" + name, "must be pairs like a:b, separated by commas"));
                } else {
                    pairs.put(
                            pair.substring(0, colon).strip(),
                            pair.substring(colon + 1).strip());
                }
            }
        }
        return pairs;
    }

    private ZoneId zone(@Nullable String text) {
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.add(new Problem("/zone", "must be an IANA time zone like Europe/Berlin"));
            return ZoneOffset.UTC;
        }
    }

    private @Nullable Instant asOf(@Nullable String text, ZoneId zone) {
        Instant asOf = text == null ? null : LenientTime.read(text, zone);
        if (text != null && asOf == null) {
            problems.add(new Problem("/asOf", Spelling.INSTANT));
        }
        return asOf;
    }

    private <T> @Nullable T oneOf(Map<String, T> words, String name, Map<String, List<String>> query) {
        String text = first(name, query);
        T meant = text == null ? null : words.get(text);
        if (text != null && meant == null) {
            problems.add(new Problem(
                    "/" + name,
                    "must be one of "
                            + words.keySet().stream()
                                    .filter(word -> word.length() > 1)
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        return meant;
    }

    private @Nullable DayPattern days(@Nullable String text) {
        try {
            return text == null ? null : new DayPattern(text);
        } catch (DateTimeException e) {
            problems.add(new Problem("/dates", DayPattern.DETAIL));
            return null;
        }
    }

    private static @Nullable String first(String name, Map<String, List<String>> query) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.getFirst();
    }
}
