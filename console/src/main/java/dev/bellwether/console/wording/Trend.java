package dev.bellwether.console.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Where usage is going, told by an arrow and in words.
 *
 * @param key name for style sheets
 * @param figure the change against what is usual
 * @param words the same for those who do not see the arrow
 */
public record Trend(String key, String arrow, String figure, String words) {

    // a weekly count of people trembles by a few per cent without meaning anything
    private static final int NOTABLE = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The trend of this week's users against the usual number, 1 = as usual; null when nothing is usual yet. */
    public static Trend of(@Nullable BigDecimal share) {
        if (share == null) {
            return new Trend("none", "", "–", "no usual level yet");
        }
        int percent = share.subtract(BigDecimal.ONE)
                .multiply(HUNDRED)
                .setScale(0, RoundingMode.HALF_UP)
                .intValue();
        if (percent <= -NOTABLE) {
            return new Trend("down", "↓", figure(percent), "less used than usual");
        }
        if (percent >= NOTABLE) {
            return new Trend("up", "↑", figure(percent), "more used than usual");
        }
        return new Trend("flat", "→", figure(percent), "used as usual");
    }

    private static String figure(int percent) {
        String sign = percent == 0 ? "±" : percent > 0 ? "+" : "";
        return sign + Numbers.plain(BigDecimal.valueOf(percent)) + " %";
    }
}
