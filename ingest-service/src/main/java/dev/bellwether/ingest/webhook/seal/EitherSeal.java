package dev.bellwether.ingest.webhook.seal;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.List;

/** For senders of whom it is not known beforehand whether they sign or show the secret; either proves that they know it. */
public record EitherSeal(Seal one, Seal other) implements Seal {

    @Override
    public boolean holds(Sealed request, List<Secret> secrets, Instant now) {
        return one.holds(request, secrets, now) | other.holds(request, secrets, now);
    }
}
