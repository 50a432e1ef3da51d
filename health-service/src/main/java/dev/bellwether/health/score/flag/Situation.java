package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.figure.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is when its flags are judged.
 *
 * @param now when it is judged; becomes the time of raising
 * @param band the band that follows from the health and the band before
 * @param scoreWeekAgo the score as of seven days before the figures' day; null when there was none
 * @param heldBack kinds that are neither raised nor escalated now, because their source is silent
 */
public record Situation(
        String accountId,
        Instant now,
        Figures figures,
        Health health,
        Band band,
        @Nullable BigDecimal scoreWeekAgo,
        Set<FlagKind> heldBack) {

    public Situation {
        heldBack = Set.copyOf(heldBack);
    }
}
