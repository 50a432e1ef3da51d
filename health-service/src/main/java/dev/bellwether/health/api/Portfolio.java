package dev.bellwether.health.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Finds accounts, page by page. */
@ApplicationScoped
class Portfolio {

    private final OneState state;

    Portfolio(OneState state) {
        this.state = state;
    }

    /** What is looked for; null means any. */
    record Filter(
            @Nullable String band,
            @Nullable String owner,
            @Nullable String segment,
            @Nullable String flag,
            @Nullable String text,
            @Nullable String confinedTo) {}

    /** How the list is ordered and cut. */
    record Order(
            SortKey key,
            boolean descending,
            int limit,
            @Nullable Cursor after) {}

    /** A page, the open flags of its accounts, and where the next one starts. */
    record Found(
            List<AccountLine> lines,
            Map<String, List<FlagLine>> flags,
            @Nullable Cursor next) {}

    Uni<Found> find(Filter filter, Order order) {
        Map<String, Object> parameters = new HashMap<>();
        String query = query(filter, order, parameters);
        return state.read(session -> {
            var selection = session.createQuery(query, Object[].class).setMaxResults(order.limit() + 1);
            parameters.forEach(selection::setParameter);
            return selection.getResultList().chain(rows -> page(session, rows, order.limit()));
        });
    }

    private static Uni<Found> page(Mutiny.Session session, List<Object[]> rows, int limit) {
        List<AccountLine> lines =
                rows.stream().limit(limit).map(row -> (AccountLine) row[0]).toList();
        Cursor next =
                rows.size() <= limit ? null : new Cursor(String.valueOf(rows.get(limit - 1)[1]), lines.getLast().id);
        return openFlags(session, lines).map(flags -> new Found(lines, flags, next));
    }

    private static Uni<Map<String, List<FlagLine>>> openFlags(Mutiny.Session session, List<AccountLine> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery(
                        "from FlagLine f where f.accountId in :ids and f.clearedAt is null order by f.raisedAt",
                        FlagLine.class)
                .setParameter("ids", lines.stream().map(line -> line.id).toList())
                .getResultList()
                .map(flags -> flags.stream().collect(Collectors.groupingBy(flag -> flag.accountId)));
    }

    private static String query(Filter filter, Order order, Map<String, Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        add(conditions, parameters, "a.band = :band", "band", filter.band());
        add(conditions, parameters, "a.owner = :owner", "owner", filter.owner());
        add(conditions, parameters, "lower(a.owner) = lower(:me)", "me", filter.confinedTo());
        add(conditions, parameters, "a.segment = :segment", "segment", filter.segment());
        add(conditions, parameters, "(locate(lower(:text), lower(a.name)) > 0 or a.id = :text)", "text", filter.text());
        add(
                conditions,
                parameters,
                "exists (select 1 from FlagLine f where f.accountId = a.id and f.kind = :flag and f.clearedAt is null)",
                "flag",
                filter.flag());
        String sorted = order.key().expression(order.descending());
        Cursor after = order.after();
        if (after != null) {
            String beyond = order.descending() ? " < " : " > ";
            conditions.add("(" + sorted + beyond + ":value or (" + sorted + " = :value and a.id > :id))");
            parameters.put("value", order.key().isText() ? (Object) after.value() : (Object) after.number());
            parameters.put("id", after.accountId());
        }
        return "select a, " + sorted + " from AccountLine a where " + String.join(" and ", conditions) + " order by "
                + sorted + (order.descending() ? " desc" : " asc") + ", a.id";
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }
}
