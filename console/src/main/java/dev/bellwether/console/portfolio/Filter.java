package dev.bellwether.console.portfolio;

import dev.bellwether.console.health.Band;
import dev.bellwether.console.page.Address;
import dev.bellwether.console.wording.FlagKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for, and in what order. What a person or a link got wrong is left out, never an error; a text
 * that is empty asks for nothing.
 *
 * @param owner e-mail of the customer success manager
 * @param search part of a name
 */
record Filter(Optional<Band> band, String owner, String segment, Optional<FlagKind> flag, String search, Sort sort) {

    private static final int LONGEST_TEXT = 200;

    /** The filter that an address's parameters name. */
    static Filter of(Function<String, @Nullable String> parameter) {
        return new Filter(
                Band.named(parameter.apply("band")),
                text(parameter.apply("owner")),
                text(parameter.apply("segment")),
                FlagKind.named(parameter.apply("flag")),
                text(parameter.apply("q")),
                Sort.named(text(parameter.apply("sort"))));
    }

    private static String text(@Nullable String value) {
        String stripped = value == null ? "" : value.strip();
        return stripped.substring(0, Math.min(stripped.length(), LONGEST_TEXT));
    }

    /** Whether it leaves out any account. */
    boolean narrows() {
        return band.isPresent() || flag.isPresent() || !(owner + segment + search).isEmpty();
    }

    Filter withBand(Optional<Band> other) {
        return new Filter(other, owner, segment, flag, search, sort);
    }

    Filter withSort(Sort other) {
        return new Filter(band, owner, segment, flag, search, other);
    }

    /** The question to health-service. */
    Map<String, String> query() {
        Map<String, String> query = narrowing();
        query.put("sort", sort.text());
        return query;
    }

    /** The address of the page that shows it. */
    String href() {
        Map<String, String> query = narrowing();
        if (!sort.equals(Sort.WORST_FIRST)) {
            query.put("sort", sort.text());
        }
        return Address.of("/", query);
    }

    private Map<String, String> narrowing() {
        Map<String, String> query = new LinkedHashMap<>();
        band.ifPresent(value -> query.put("band", value.key()));
        put(query, "owner", owner);
        put(query, "segment", segment);
        flag.ifPresent(value -> query.put("flag", value.name()));
        put(query, "q", search);
        return query;
    }

    private static void put(Map<String, String> query, String name, String value) {
        if (!value.isEmpty()) {
            query.put(name, value);
        }
    }
}
