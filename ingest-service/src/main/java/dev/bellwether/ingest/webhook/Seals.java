package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.SourceSettings;
import dev.bellwether.ingest.source.SourceKind;
import dev.bellwether.ingest.webhook.seal.EitherSeal;
import dev.bellwether.ingest.webhook.seal.HmacSeal;
import dev.bellwether.ingest.webhook.seal.HubSpotSeal;
import dev.bellwether.ingest.webhook.seal.Seal;
import dev.bellwether.ingest.webhook.seal.StripeSeal;
import dev.bellwether.ingest.webhook.seal.TokenSeal;
import dev.bellwether.ingest.webhook.seal.Window;
import dev.bellwether.ingest.webhook.seal.ZendeskSeal;
import java.time.Duration;
import java.util.Optional;

/** How each kind of source proves its webhooks. */
final class Seals {

    private Seals() {}

    static Seal of(SourceKind kind, SourceSettings.Webhook webhook) {
        Window window = new Window(webhook.replayWindow());
        return switch (kind) {
            case STRIPE -> new StripeSeal(window);
            case ZENDESK -> new ZendeskSeal(window);
            case HUBSPOT -> new HubSpotSeal(window, webhook.signature().allowOld());
            case INTERCOM ->
                new HmacSeal(HmacSeal.Digest.SHA1_HEX, "x-hub-signature", "sha1=", Optional.empty(), window);
            case SURVEY -> either(webhook.signature(), "x-delighted-webhook-signature", "sha256=", window);
            case MENTION, GENERIC, PRODUCT, SEGMENT, CLOUDEVENTS, CSV ->
                either(webhook.signature(), "x-bellwether-signature", "", window);
        };
    }

    /** Does for any sender the work that its own kind would do, so that the time it takes does not tell the kind. */
    static Seal ofAnyKind() {
        Window window = new Window(Duration.ofMinutes(5));
        Seal signed = new EitherSeal(
                new StripeSeal(window), new EitherSeal(new ZendeskSeal(window), new HubSpotSeal(window, true)));
        return new EitherSeal(
                signed,
                new EitherSeal(
                        new HmacSeal(HmacSeal.Digest.SHA1_HEX, "x-hub-signature", "sha1=", Optional.empty(), window),
                        new EitherSeal(
                                new HmacSeal(
                                        HmacSeal.Digest.SHA256_HEX,
                                        "x-bellwether-signature",
                                        "",
                                        Optional.empty(),
                                        window),
                                new TokenSeal("x-bellwether-signature"))));
    }

    private static Seal either(SourceSettings.Signature signature, String header, String prefix, Window window) {
        String name = signature.header().orElse(header);
        // a header of one's own choice has no prefix but the one that was chosen with it
        String before = signature.prefix().orElse(signature.header().isPresent() ? "" : prefix);
        return new EitherSeal(
                new HmacSeal(signature.digest(), name, before, signature.timestampHeader(), window),
                new TokenSeal(name));
    }
}
