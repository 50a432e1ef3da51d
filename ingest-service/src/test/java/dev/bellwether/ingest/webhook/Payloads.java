package dev.bellwether.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Meaning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Payloads that vendors' own worlds have made, and what was understood of them. */
public final class Payloads {

    private Payloads() {}

    public static byte[] bytes(String name) {
        try (InputStream file = Objects.requireNonNull(Payloads.class.getResourceAsStream("/webhooks/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    /** The claims of a request with one item that was understood. */
    public static List<Claim> claims(List<Item> items) {
        if (items.size() == 1 && items.getFirst().meaning() instanceof Meaning.Told told) {
            return told.claims();
        }
        throw new AssertionError("not understood: " + items);
    }

    /** The fact that is claimed, as every service would read it. */
    public static <T extends Fact> T fact(Claim claim, Class<T> type) {
        return switch (Codec.readFact(claim.about("acme", "/test"))) {
            case Reading.Understood<Fact>(Fact fact) -> type.cast(fact);
            case Reading.Refused<Fact>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
