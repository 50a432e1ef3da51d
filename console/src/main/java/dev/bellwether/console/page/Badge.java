package dev.bellwether.console.page;

import dev.bellwether.console.health.Band;
import dev.bellwether.console.wording.Numbers;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A score with its band, told by colour, shape and word.
 *
 * @param figure the score as a whole number; a dash while there is none
 */
public record Badge(String figure, Band band) {

    /** The badge of what health-service tells; a band of no known name is unknown. */
    public static Badge of(@Nullable BigDecimal score, @Nullable String band) {
        return new Badge(
                score == null ? "–" : Numbers.score(score), Band.named(band).orElse(Band.UNKNOWN));
    }
}
