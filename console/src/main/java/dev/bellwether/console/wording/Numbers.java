package dev.bellwether.console.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for people. */
public final class Numbers {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.01");

    private Numbers() {}

    /** "1,234", "30.5", "less than 0.01": at most two decimals, and nothing that is there reads as zero. */
    public static String plain(BigDecimal value) {
        if (value.signum() > 0 && value.compareTo(SMALL) < 0) {
            return "less than 0.01";
        }
        BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        int decimals = Math.max(0, rounded.scale());
        return String.format(Locale.ENGLISH, "%,." + decimals + "f", rounded).replace('-', '−');
    }

    /** "38": a score as a whole number. */
    public static String score(BigDecimal score) {
        return score.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    /** "62 %" of a share. */
    public static String percent(BigDecimal share) {
        return plain(share.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP)) + " %";
    }

    /** "1 ticket", "3 tickets". */
    public static String counted(long count, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
