package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.figure.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is when its flags are judged.
 *
 * @param now when it is judged; becomes the time of raising
 * @param band the band that follows from the health and the band before
 * @param scores of earlier days, by the facts of now
 * @param heldBack kinds that are neither raised nor escalated now, because their source is silent
 */
public record Situation(
        String accountId,
        Instant now,
        Figures figures,
        Health health,
        Band band,
        Scores scores,
        Set<FlagKind> heldBack) {

    /** Scores by day. */
    public interface Scores {

        /** As of the end of that day; null when there was none. */
        @Nullable
        BigDecimal asOf(LocalDate day);
    }

    public Situation {
        heldBack = Set.copyOf(heldBack);
    }
}
