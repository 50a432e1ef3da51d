package dev.bellwether.ingest.cloudevents.wire;

import dev.bellwether.contracts.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be an event, as it was sent and not yet judged.
 *
 * @param attributes the CloudEvents context attributes
 * @param data the bytes of the data as they were sent
 * @param size of all of it, bytes
 * @param original the whole of it as a structured event, made when it is asked for
 * @param problems what is wrong with its form
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never changed
public record Candidate(
        Map<String, String> attributes, byte[] data, int size, Supplier<byte[]> original, List<Problem> problems) {

    private static final Set<String> CORE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype");

    /** The event's id as far as it has one. */
    public @Nullable String id() {
        return attributes.get("id");
    }

    /** The attributes beyond those that every event has, by their names. */
    public Map<String, String> extensions() {
        if (attributes.size() <= CORE.size() && CORE.containsAll(attributes.keySet())) {
            return Map.of();
        }
        Map<String, String> extensions = new TreeMap<>(attributes);
        extensions.keySet().removeAll(CORE);
        return extensions;
    }

    /** The text of an attribute as it was sent; null without it. */
    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }
}
