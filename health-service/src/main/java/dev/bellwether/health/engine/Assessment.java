package dev.bellwether.health.engine;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.flag.Situation;
import dev.bellwether.health.score.memory.Profile;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * What an account's facts mean at a moment.
 *
 * @param scores of earlier days, by the same facts
 * @param heldBack kinds of flags that wait because their source is silent
 * @param outages the mark of the outages it goes by
 */
record Assessment(
        Instant now,
        Profile profile,
        Figures figures,
        Health health,
        Band band,
        Situation.Scores scores,
        Set<FlagKind> heldBack,
        long outages) {

    /** The account as announcements show it. */
    AccountSnapshot snapshot(String accountId) {
        String name = Objects.requireNonNullElse(profile.name(), accountId);
        return new AccountSnapshot(name, profile.owner(), profile.segment(), health.score(), band);
    }
}
