package dev.bellwether.health.letters;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A letter in a list. */
record LetterLine(
        @Schema(description = "partition and offset on the topic of dead letters", examples = "3-1042")
        String id,

        @Schema(description = "when it was refused") Instant at,

        @Schema(description = "its key; without one the subject of the event that it may be") @Nullable
        String account,

        @Schema(description = "every problem found, with JSON pointers")
        String reason,

        @Schema(description = "{topic, partition, offset}, or {door}; null when it is not told") @Nullable
        Origin origin,

        @Schema(
                description = "the service that refused it; of a topic that several read, each judges for itself",
                examples = "renewal-service")
        @Nullable
        String refusedBy,

        @Schema(description = "as far as it has one") @Nullable
        String type,

        @Schema(description = "as far as it has one") @Nullable
        String eventId,

        @Schema(description = "bytes kept") int size,

        @Schema(description = "bytes there were, when not all were kept") @Nullable
        Long shortenedFrom,

        @Schema(description = "when it was last replayed") @Nullable
        Instant replayedAt) {

    private static final int LIMIT = 500;

    static LetterLine of(Letter letter) {
        return new LetterLine(
                letter.id().text(),
                letter.at(),
                beginning(letter.account()),
                letter.reason(),
                letter.origin() instanceof Origin.Untold ? null : letter.origin(),
                letter.refusedBy(),
                beginning(letter.attribute("type")),
                beginning(letter.attribute("id")),
                letter.size(),
                letter.shortenedFrom(),
                null);
    }

    LetterLine replayed(@Nullable Instant when) {
        return new LetterLine(id, at, account, reason, origin, refusedBy, type, eventId, size, shortenedFrom, when);
    }

    /** What is refused may be of any length. */
    private static @Nullable String beginning(@Nullable String text) {
        return text == null || text.length() <= LIMIT ? text : text.substring(0, LIMIT) + "…";
    }
}
