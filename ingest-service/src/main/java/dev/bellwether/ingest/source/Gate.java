package dev.bellwether.ingest.source;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.verdict.Reason;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets requests in: by what their sender knows, by the web page they come from, and by the pace of their source. */
@Singleton
public class Gate {

    private static final Admission STRANGER =
            refused(Admission.NOBODY, Reason.UNAUTHORIZED, "the write key is missing or unknown");

    private final Sources sources;

    Gate(Sources sources) {
        this.sources = sources;
    }

    /**
     * Lets the source in that opens this door with this key; a request that is let in has been counted.
     *
     * @param origin the {@code Origin} header of a browser, or null
     */
    public Admission admit(Door door, @Nullable String writeKey, @Nullable String origin) {
        Source source = sources.opening(door, writeKey);
        return source == null ? STRANGER : admit(source, origin);
    }

    /** The source whose webhooks come in under this name, as {@link Sources#webhook} has it. */
    public Source webhook(String name) {
        return sources.webhook(name);
    }

    /** Lets a source in that has proved itself. */
    public Admission admit(Source source, @Nullable String origin) {
        if (!source.welcomes(origin)) {
            return refused(source.name(), Reason.UNAUTHORIZED, "this source is not open to pages of that origin");
        }
        return source.pace().admits()
                ? new Admission.Admitted(source)
                : refused(
                        source.name(), Reason.TOO_FAST, "this source sends faster than it may; try again in a second");
    }

    private static Admission refused(String source, Reason reason, String detail) {
        return new Admission.Refused(source, reason, List.of(new Problem("", detail)));
    }
}
