package dev.bellwether.alert.wording;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Amounts as people write them. */
final class Money {

    private static final int USUAL_DECIMALS = 2;

    private Money() {}

    /** Each currency for itself, since amounts of different currencies are never added up. */
    static String inWords(Map<String, Long> minorUnitsByCurrency) {
        return minorUnitsByCurrency.isEmpty()
                ? "none"
                : new TreeMap<>(minorUnitsByCurrency)
                        .entrySet().stream()
                                .map(amount -> inWords(amount.getKey(), BigDecimal.valueOf(amount.getValue())))
                                .collect(Collectors.joining(" + "));
    }

    static String inWords(String currency, BigDecimal minorUnits) {
        int decimals = decimals(currency);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return currency + " " + format.format(minorUnits.movePointLeft(decimals));
    }

    private static int decimals(String currency) {
        try {
            int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
            return decimals < 0 ? USUAL_DECIMALS : decimals;
        } catch (IllegalArgumentException e) { // a code that the JDK does not know
            return USUAL_DECIMALS;
        }
    }
}
