package dev.bellwether.ingest.source;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may send. How long a lookup takes tells nothing of the secrets: each is compared, always all of them. */
@Singleton
public class Sources {

    private final Map<String, Source> byName;

    /** Answers to every name that nobody has; its secret is known to nobody. */
    private final Source stranger = new Source(
            Admission.NOBODY,
            SourceKind.GENERIC,
            List.of(new Secret(UUID.randomUUID().toString())),
            Set.of(),
            new Pace(1_000_000, System::nanoTime));

    Sources(IngestSettings settings) {
        Map<String, Source> all = new LinkedHashMap<>();
        settings.sources().forEach((name, source) -> {
            Source added = Configured.source(name, source);
            all.values().forEach(other -> distinct(other, added));
            all.put(name, added);
        });
        byName = Map.copyOf(all);
    }

    private static void distinct(Source one, Source other) {
        Door shared = one.sharedWith(other);
        if (shared != null) {
            throw new IllegalStateException("the sources '" + one.name() + "' and '" + other.name()
                    + "' have the same key for the door " + shared.tag() + ": each needs a key of its own");
        }
    }

    /** The source that opens this door with this key, or null when none does. */
    public @Nullable Source opening(Door door, @Nullable String writeKey) {
        Source found = null;
        for (Source source : byName.values()) {
            if (source.kind().doors().contains(door) && source.knows(writeKey)) {
                found = source;
            }
        }
        return found;
    }

    /**
     * The source whose webhooks come in under this name. A name that no webhook has gives a source too, whose secret
     * nobody knows: whoever asks for it is refused in the same way as with a wrong secret.
     */
    public Source webhook(String name) {
        Source source = byName.get(name);
        return source == null || !source.kind().doors().contains(Door.WEBHOOK) ? stranger : source;
    }

    /** Whether web pages of that origin may send with any source; which one, a preflight request does not tell. */
    public boolean welcome(String origin) {
        return byName.values().stream().anyMatch(source -> source.welcomes(origin));
    }
}
