package dev.bellwether.alert.silence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A silence as people see it.
 *
 * @param everything whether it is maintenance: nothing at all is sent
 * @param until null when an event ends it
 */
public record ListedSilence(
        UUID id,
        @Nullable String account,
        @Nullable String segment,
        @Nullable String kind,
        @Nullable String person,
        boolean everything,
        Instant from,
        @Nullable Instant until,
        @Nullable String untilCleared,
        boolean untilRecovered,
        String by,
        String reason) {

    static ListedSilence of(SilenceRow row) {
        return new ListedSilence(
                row.id,
                row.account,
                row.segment,
                row.kind,
                row.person,
                row.silence().target().everything(),
                row.begins,
                row.until,
                row.endsKind,
                row.endsWhen.equals("recovered"),
                row.by,
                row.reason);
    }
}
