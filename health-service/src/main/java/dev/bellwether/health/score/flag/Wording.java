package dev.bellwether.health.score.flag;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts, shares and money as they are said in a sentence. */
final class Wording {

    private static final int DECIMALS_OF_UNKNOWN_CURRENCY = 2;

    private Wording() {}

    /** "Nobody", "1 person", "12 people". */
    static String people(int count) {
        return switch (count) {
            case 0 -> "Nobody";
            case 1 -> "1 person";
            default -> number(count) + " people";
        };
    }

    /** "1 day", "9 days". */
    static String days(int count) {
        return counted(count, "day");
    }

    /** "1 ticket", "3 tickets". */
    static String counted(int count, String noun) {
        return count == 1 ? "1 " + noun : number(count) + " " + noun + "s";
    }

    /** "1,234", "30.5": at most one decimal. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        boolean whole = rounded.stripTrailingZeros().scale() <= 0;
        return String.format(Locale.ENGLISH, whole ? "%,.0f" : "%,.1f", rounded);
    }

    /** "9 people used the product in the last four weeks, of 50 seats paid for (18 %)", to be ended by the caller. */
    static String adoption(int mau, int seats, double utilisation) {
        return "%s used the product in the last four weeks, of %s paid for (%d %%)"
                .formatted(people(mau), counted(seats, "seat"), Math.round(utilisation * 100));
    }

    /** "−60 %", "+5 %", "±0 %": how far the share lies from 1. */
    static String change(double share) {
        long percent = Math.round((share - 1) * 100);
        String sign = percent == 0 ? "±" : percent < 0 ? "−" : "+";
        return sign + Math.abs(percent) + " %";
    }

    /** "EUR 1,234.50 and USD 10.00", of minor units by currency. */
    static String money(Map<String, BigDecimal> minorUnitsByCurrency) {
        return minorUnitsByCurrency.entrySet().stream()
                .map(amount -> money(amount.getKey(), amount.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static String money(String currency, BigDecimal minorUnits) {
        int decimals = Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(currency))
                .mapToInt(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .findFirst()
                .orElse(DECIMALS_OF_UNKNOWN_CURRENCY);
        return currency + " "
                + String.format(Locale.ENGLISH, "%,." + decimals + "f", minorUnits.movePointLeft(decimals));
    }
}
