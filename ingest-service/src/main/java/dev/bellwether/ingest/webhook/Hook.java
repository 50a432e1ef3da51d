package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.webhook.notice.Translation;
import dev.bellwether.ingest.webhook.seal.Seal;
import java.util.Map;
import java.util.Optional;

/**
 * How the webhooks of one source are checked and understood.
 *
 * @param accounts from the sender's customers and users to accounts, as a file says
 * @param publicUrl the address that the sender calls, when it differs from the one that arrives
 */
record Hook(Seal seal, Translation translation, Map<String, String> accounts, Optional<String> publicUrl) {

    Hook {
        accounts = Map.copyOf(accounts);
    }
}
