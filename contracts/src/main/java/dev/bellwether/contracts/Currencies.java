package dev.bellwether.contracts;

import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The currencies in which something can be worth something. */
public final class Currencies {

    /** Code of ISO 4217 for no currency at all. */
    public static final String NONE = "XXX";

    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals(NONE))
            .collect(Collectors.toUnmodifiableSet());

    private Currencies() {}

    /** Whether ISO 4217 knows, or knew, a currency of that code in capitals. */
    public static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }
}
