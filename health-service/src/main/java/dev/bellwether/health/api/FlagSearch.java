package dev.bellwether.health.api;

import io.smallrye.mutiny.Uni;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Which flags are wanted; every condition that is not set lets all pass. Newest first. */
final class FlagSearch {

    private final StringBuilder query =
            new StringBuilder("select f from FlagLine f join AccountLine a on a.id = f.accountId where 1 = 1");
    private final Map<String, Object> values = new HashMap<>();

    FlagSearch open(boolean only) {
        query.append(only ? " and f.clearedAt is null" : "");
        return this;
    }

    FlagSearch kind(@Nullable String kind) {
        return and("f.kind = :kind", "kind", kind);
    }

    FlagSearch owner(@Nullable String owner) {
        return and("a.owner = :owner", "owner", owner);
    }

    FlagSearch confinedTo(@Nullable String me) {
        return and("lower(a.owner) = lower(:me)", "me", me);
    }

    FlagSearch after(@Nullable Cursor cursor) {
        if (cursor == null) {
            return this;
        }
        values.put("id", cursor.accountId());
        return and("(f.raisedAt < :at or (f.raisedAt = :at and f.flagId > :id))", "at", instant(cursor));
    }

    Uni<List<FlagLine>> in(Mutiny.Session session, int limit) {
        var selection = session.createQuery(query + " order by f.raisedAt desc, f.flagId", FlagLine.class);
        values.forEach(selection::setParameter);
        return selection.setMaxResults(limit).getResultList();
    }

    private FlagSearch and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            values.put(name, value);
        }
        return this;
    }

    private static Instant instant(Cursor cursor) {
        try {
            return Instant.parse(cursor.value());
        } catch (DateTimeException e) {
            throw Refusal.badParameter("cursor", "is not one that this list gave out");
        }
    }
}
