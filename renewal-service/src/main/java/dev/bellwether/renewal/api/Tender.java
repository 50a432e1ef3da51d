package dev.bellwether.renewal.api;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The currencies in which contracts are written: those of countries today, which leaves out old ones and what is none. Java,
 * which knows how many decimals each has, does not know UYW.
 */
final class Tender {

    /** Kept by the law of Chile, Colombia, Mexico and Uruguay for contracts alone. */
    private static final Set<String> UNITS = Set.of("CLF", "COU", "MXV", "UYI");

    private static final Set<String> CURRENT = Arrays.stream(Locale.getISOCountries())
            .flatMap(country -> Stream.ofNullable(Currency.getInstance(Locale.of("", country))))
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Tender() {}

    static boolean isCurrent(String code) {
        return CURRENT.contains(code) || UNITS.contains(code);
    }
}
