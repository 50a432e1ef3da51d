package dev.bellwether.health.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.Evidence;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.flag.OpenFlag;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Open flags as they come back from the database, where another version of this service may have left more than this one knows. */
@Singleton
class StoredFlags {

    private static final Evidence NONE = new Evidence(Map.of(), List.of());

    private final ObjectMapper mapper;
    private final Unreadable unreadable;

    StoredFlags(ObjectMapper mapper, Unreadable unreadable) {
        this.mapper = mapper;
        this.unreadable = unreadable;
    }

    /** Empty for a kind that this version does not know, and so neither raises nor clears. */
    Optional<OpenFlag> read(Row row) {
        Optional<FlagKind> kind = Constant.named(FlagKind.values(), row.getString("kind"));
        if (kind.isEmpty()) {
            unreadable.flag(row, "kind");
        }
        return kind.map(known -> new OpenFlag(flag(known, row), row.getLocalDate("raised_on")));
    }

    private Flag flag(FlagKind kind, Row row) {
        return new Flag(
                row.getString("flag_id"),
                kind,
                severity(row),
                row.getOffsetDateTime("raised_at").toInstant(),
                row.getString("sentence"),
                evidence(row));
    }

    /** One that is not known is the worst: nothing is then told to have become worse. */
    private Severity severity(Row row) {
        return Constant.named(Severity.values(), row.getString("severity")).orElseGet(() -> {
            unreadable.flag(row, "severity");
            return Severity.CRITICAL;
        });
    }

    private Evidence evidence(Row row) {
        try {
            return mapper.readValue(row.getString("evidence"), Evidence.class);
        } catch (JsonProcessingException e) {
            unreadable.flag(row, "evidence");
            return NONE;
        }
    }
}
