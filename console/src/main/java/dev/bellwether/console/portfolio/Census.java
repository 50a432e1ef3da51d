package dev.bellwether.console.portfolio;

import dev.bellwether.console.health.AccountLine;
import dev.bellwether.console.health.Band;
import dev.bellwether.console.service.Slice;
import dev.bellwether.console.wording.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How many accounts there are in each band, and whose they are. Counted up to a bound in each band, beyond which a count
 * reads as "200+"; a band that could not be counted is left out.
 */
record Census(Map<Band, Slice<AccountLine>> bands) {

    private static final String UNKNOWN = "–";

    Census {
        bands = Map.copyOf(bands);
    }

    static Census of(EnumMap<Band, Slice<AccountLine>> bands) {
        return new Census(bands);
    }

    /** The whole portfolio and each band, leading to their accounts. */
    List<Tile> tiles(Filter filter) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(filter, Optional.empty(), "all", "All", all()));
        for (Band band : Band.values()) {
            tiles.add(tile(filter, Optional.of(band), band.key(), band.word(), count(band)));
        }
        return tiles;
    }

    private static Tile tile(Filter filter, Optional<Band> band, String key, String word, String count) {
        return new Tile(
                key, word, count, filter.withBand(band).href(), filter.band().equals(band));
    }

    private String all() {
        if (bands.size() < Band.values().length) {
            return UNKNOWN;
        }
        int sum = bands.values().stream().mapToInt(list -> list.items().size()).sum();
        return inWords(sum, bands.values().stream().anyMatch(list -> list.nextCursor() != null));
    }

    /** How many accounts of the band, for people. */
    String count(Band band) {
        Slice<AccountLine> list = bands.get(band);
        return list == null ? UNKNOWN : inWords(list.items().size(), list.nextCursor() != null);
    }

    private static String inWords(int count, boolean atLeast) {
        return Numbers.plain(BigDecimal.valueOf(count)) + (atLeast ? "+" : "");
    }

    /** The owners of the accounts that were counted, by name. */
    List<String> owners() {
        return bands.values().stream()
                .flatMap(list -> list.items().stream())
                .map(AccountLine::owner)
                .filter(Objects::nonNull)
                .filter(owner -> !owner.isBlank())
                .distinct()
                .sorted()
                .toList();
    }
}
