package dev.bellwether.ingest;

import dev.bellwether.ingest.source.SourceKind;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import dev.bellwether.ingest.webhook.seal.HmacSeal;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Somebody who may send; has one secret, or two while one replaces the other, wherever they stand. */
public interface SourceSettings {

    /** What speaks through it, and so which doors it may use. */
    @WithDefault("product")
    SourceKind kind();

    /** Keys that its requests bring with them. */
    Optional<List<String>> writeKeys();

    /** What its requests are signed with. */
    Optional<List<String>> secrets();

    /** Files that hold one write key or secret each; space around it does not count. */
    Optional<List<Path>> secretFiles();

    /** Most requests a second at one instance; more are answered 429. */
    @WithDefault("20000")
    int requestsPerSecond();

    /** Web pages whose browsers may send with it; {@code *} for all. None by default. */
    Optional<List<String>> corsOrigins();

    Webhook webhook();

    /** How the webhooks of a source are understood. */
    interface Webhook {

        /** The metadata key that names the account in Stripe's objects. */
        @WithDefault("bellwether_account")
        String accountKey();

        /** A CSV or JSON file from the sender's customers, or users, to accounts. */
        Optional<Path> accountsFile();

        /** What becomes of a fact whose customer leads to no account; each kind has a default of its own. */
        Optional<Unmapped> unmapped();

        /** How far a signed time may lie from the clock, in both directions. */
        @WithDefault("5m")
        Duration replayWindow();

        /** The address that the sender calls, where its signature covers it and a proxy lies between. */
        Optional<String> publicUrl();

        /** Says what its JSON means, instead of the mapping that its kind brings along. */
        Optional<Path> mappingFile();

        /** ISO 4217 code of decimal amounts that come without a currency; such are refused by default. */
        Optional<String> currency();

        Signature signature();
    }

    /** How senders without a scheme of their own sign. */
    interface Signature {

        /** Where the signature, or the secret itself, stands; each kind has a default of its own. */
        Optional<String> header();

        /** What stands before the signature in its header, such as {@code sha256=}. */
        Optional<String> prefix();

        @WithDefault("sha256-hex")
        HmacSeal.Digest digest();

        /** A header with the time, whose text and a dot are signed before the body; none by default. */
        Optional<String> timestampHeader();

        /** Whether signatures of HubSpot count that tell no time (v1 and v2), where the newer one is missing. */
        @WithDefault("false")
        boolean allowOld();
    }
}
