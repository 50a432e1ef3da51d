package dev.bellwether.ingest.source;

import dev.bellwether.ingest.Door;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may send.
 *
 * @param secrets one, or two while one replaces the other; any of them counts
 * @param origins web pages whose browsers may send with it, such as {@code https://app.example.com}; {@code *} for all
 * @param pace how fast it may send
 */
public record Source(String name, SourceKind kind, List<Secret> secrets, Set<String> origins, Pace pace) {

    /** Where events of a source are from, before its name. */
    private static final String PLACE = "/bellwether/ingest/";

    public Source {
        secrets = List.copyOf(secrets);
        origins = Set.copyOf(origins);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new IllegalArgumentException(
                    "the source '" + name + "' must have one or two secrets, not " + secrets.size());
        }
    }

    /** Whether somebody is configured under this name. */
    public boolean isKnown() {
        return !name.equals(Admission.NOBODY);
    }

    /** Whether one of its secrets is this one; always compares with all of them, each in constant time. */
    public boolean knows(@Nullable String presented) {
        boolean known = false;
        for (Secret secret : secrets) {
            known |= secret.is(presented == null ? "" : presented);
        }
        return known;
    }

    /** A door that a key opens in the name of both, so that nobody could say whose it is; null without one. */
    @Nullable
    Door sharedWith(Source other) {
        boolean sameKey =
                secrets.stream().anyMatch(mine -> other.secrets.stream().anyMatch(mine::isSameAs));
        return !sameKey
                ? null
                : kind.doors().stream()
                        .filter(door ->
                                door != Door.WEBHOOK && other.kind.doors().contains(door)) // the path names those
                        .findFirst()
                        .orElse(null);
    }

    /**
     * Whether a request from a web page of that origin may come in.
     *
     * @param origin null when the request comes from no web page
     */
    public boolean welcomes(@Nullable String origin) {
        return origin == null || origins.contains("*") || origins.contains(origin);
    }

    /** The CloudEvents source of events that bring none of their own. */
    public String uri() {
        return uriOf(name);
    }

    /** The {@link #uri} of a source of that name. */
    public static String uriOf(String name) {
        return PLACE + name;
    }

    /** The name of the source whose {@link #uri()} this is. */
    public static String nameOf(String uri) {
        return uri.startsWith(PLACE) ? uri.substring(PLACE.length()) : uri;
    }
}
