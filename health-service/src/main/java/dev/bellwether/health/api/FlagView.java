package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.health.store.FlagRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flag with its evidence: the figures and the ids of the facts behind it, as they were. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FlagView(
        String flagId,
        String accountId,
        String kind,
        String severity,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        String sentence,
        JsonNode evidence) {

    static List<FlagView> of(List<FlagLine> flags, Views views) {
        return flags.stream().map(flag -> of(flag, views)).toList();
    }

    static List<FlagView> ofRows(List<FlagRow> flags, Views views) {
        return flags.stream().map(flag -> of(flag, views)).toList();
    }

    private static FlagView of(FlagRow flag, Views views) {
        return new FlagView(
                flag.flagId(),
                flag.accountId(),
                flag.kind(),
                flag.severity(),
                flag.raisedAt(),
                flag.clearedAt(),
                flag.sentence(),
                views.read(flag.evidence()));
    }

    private static FlagView of(FlagLine flag, Views views) {
        return new FlagView(
                flag.flagId,
                flag.accountId,
                flag.kind,
                flag.severity,
                flag.raisedAt,
                flag.clearedAt,
                flag.sentence,
                views.read(flag.evidence));
    }
}
