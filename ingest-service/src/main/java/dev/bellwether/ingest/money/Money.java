package dev.bellwether.ingest.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Amounts in major units, as people write them. */
public final class Money {

    private static final int DIGITS = 18;

    private Money() {}

    /**
     * The same amount in minor units.
     *
     * @param currency ISO 4217: it says how many decimals there are
     * @throws IllegalArgumentException when it is none; the message completes a sentence that begins with the column
     */
    public static BigDecimal minor(String text, @Nullable String currency) {
        BigDecimal amount = amount(text);
        int decimals = decimals(currency);
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException("must have at most " + decimals + " decimals in this currency");
        }
        return amount.movePointRight(decimals).setScale(0);
    }

    private static BigDecimal amount(String text) {
        if (text.length() > DIGITS || !text.matches("[+-]?\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("must be an amount like 1234.50");
        }
        return new BigDecimal(text);
    }

    /**
     * How many decimals a currency has.
     *
     * @param currency ISO 4217
     * @throws IllegalArgumentException when it is none; the message completes a sentence that begins with the amount
     */
    public static int decimals(@Nullable String currency) {
        if (currency == null) {
            throw new IllegalArgumentException("needs a currency beside it, which says how many decimals it has");
        }
        int decimals;
        try {
            decimals = Currency.getInstance(currency.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
        } catch (IllegalArgumentException e) {
            decimals = -1;
        }
        if (decimals < 0) {
            throw new IllegalArgumentException("needs a currency of ISO 4217 beside it");
        }
        return decimals;
    }
}
