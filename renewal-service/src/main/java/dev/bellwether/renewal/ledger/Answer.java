package dev.bellwether.renewal.ledger;

import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import dev.bellwether.renewal.retention.Retention;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The lines of a period, and what they add up to.
 *
 * @param before customers that had been one on a day before the opening
 * @param groups by account; accounts without a group are missing
 */
public record Answer(List<Line> lines, Set<Customer> before, Map<String, String> groups) {

    /** The group of accounts that belong to none. */
    public static final String NO_GROUP = "";

    /** One group in one currency. */
    public record Part(String group, String currency) implements Comparable<Part> {

        private static final Comparator<Part> ORDER =
                Comparator.comparing(Part::group).thenComparing(Part::currency);

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /** The group to which the line's account belongs. */
    public String group(Line line) {
        return groups.getOrDefault(line.customer().accountId(), NO_GROUP);
    }

    /** Retention by group and currency, in their order. */
    public Map<Part, Retention> parts() {
        Map<Part, List<Line>> byPart = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> new Part(group(line), line.customer().currency()), TreeMap::new, Collectors.toList()));
        Map<Part, Retention> parts = new TreeMap<>();
        byPart.forEach((part, some) -> parts.put(part, Retention.of(some, before::contains)));
        return parts;
    }
}
