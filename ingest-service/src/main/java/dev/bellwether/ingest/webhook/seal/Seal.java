package dev.bellwether.ingest.webhook.seal;

import dev.bellwether.ingest.source.Secret;
import java.time.Instant;
import java.util.List;

/** How a sender proves that a request is its own. Any of the secrets opens; two let one be replaced without a gap. */
public sealed interface Seal permits StripeSeal, ZendeskSeal, HubSpotSeal, HmacSeal, TokenSeal, EitherSeal {

    /** Whether the request was made by a holder of one of the secrets and, where it tells the time, just now. */
    boolean holds(Sealed request, List<Secret> secrets, Instant now);
}
