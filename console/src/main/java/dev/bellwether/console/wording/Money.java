package dev.bellwether.console.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** Amounts of money for people. */
public final class Money {

    private static final int DECIMALS_OF_UNKNOWN_CURRENCY = 2;

    private Money() {}

    /** "€48,000" of minor units: whole units, for sizes that matter more than cents. */
    public static String rounded(BigDecimal minorUnits, String currency) {
        return format(minorUnits, currency, 0);
    }

    /** "€1,234.50" of minor units. */
    public static String exact(BigDecimal minorUnits, String currency) {
        return format(minorUnits, currency, decimals(currency));
    }

    private static String format(BigDecimal minorUnits, String code, int shown) {
        BigDecimal amount = minorUnits.movePointLeft(decimals(code)).setScale(shown, RoundingMode.HALF_UP);
        String sign = known(code).map(currency -> currency.getSymbol(Locale.UK)).orElse(code);
        // "€5", but "KWD 5"
        boolean isWord = !sign.isEmpty() && Character.isLetterOrDigit(sign.charAt(sign.length() - 1));
        return sign + (isWord ? "\u00a0" : "") + String.format(Locale.ENGLISH, "%,." + shown + "f", amount);
    }

    private static int decimals(String code) {
        return known(code)
                .map(Currency::getDefaultFractionDigits)
                .filter(digits -> digits >= 0)
                .orElse(DECIMALS_OF_UNKNOWN_CURRENCY);
    }

    private static Optional<Currency> known(String code) {
        try {
            return Optional.of(Currency.getInstance(code));
        } catch (IllegalArgumentException e) {
            // others may name a currency that this Java does not know
            return Optional.empty();
        }
    }
}
