package dev.bellwether.health.score.flag;

import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.time.LocalDate;

/**
 * A raised flag and what must be remembered of it until it clears.
 *
 * @param flag as it was last announced
 * @param raisedOn business day on which it was raised
 */
public record OpenFlag(Flag flag, LocalDate raisedOn) {

    /** What was noticed. */
    public FlagKind kind() {
        return flag.kind();
    }

    OpenFlag with(Severity severity, Finding finding) {
        Flag now =
                new Flag(flag.flagId(), flag.kind(), severity, flag.raisedAt(), finding.sentence(), finding.evidence());
        return new OpenFlag(now, raisedOn);
    }
}
