package dev.bellwether.renewal.api;

import dev.bellwether.renewal.account.AtStake;
import dev.bellwether.renewal.account.TodayList;
import dev.bellwether.renewal.desk.Desk;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.playbook.Playbook;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The today list. */
@Path("/v1/today")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"csm", "manager", "admin"})
class TodayResource {

    private final Mutiny.SessionFactory sessions;
    private final TodayList list;
    private final Desks desks;
    private final Playbook playbook;
    private final Caller caller;

    TodayResource(Mutiny.SessionFactory sessions, TodayList list, Desks desks, Playbook playbook, Caller caller) {
        this.sessions = sessions;
        this.list = list;
        this.desks = desks;
        this.playbook = playbook;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "Whom to call first, why, and what to do next",
            description =
                    "Terms whose decision is near, by money at risk ÷ max(1, days to the decision date), with the flags as tie-break. A csm sees the contracts of their own accounts.")
    public Uni<TodayPage> today(@BeanParam TodayQuery query) {
        int limit = query.limitOr(50);
        Optional<String> owner = caller.ownerShown(query.owner());
        AtStake.@Nullable Place after = query.after();
        return sessions.withSession(session -> list.list(session, owner.orElse(null), after, limit + 1)
                .chain(found -> {
                    var accounts = found.stream().map(AtStake::accountId).collect(Collectors.toSet());
                    return desks.of(session, accounts).map(all -> page(found, all, limit));
                }));
    }

    /** One line more than the page holds shows whether another follows. */
    private TodayPage page(List<AtStake> found, Map<Desks.Key, Desk> all, int limit) {
        boolean more = found.size() > limit;
        List<AtStake> shown = more ? found.subList(0, limit) : found;
        return new TodayPage(
                shown.stream()
                        .map(line -> TodayItem.of(
                                line,
                                all.getOrDefault(
                                        new Desks.Key(line.accountId(), line.contractId(), line.startsOn()),
                                        Desk.EMPTY),
                                playbook))
                        .toList(),
                more ? TodayQuery.cursor(shown.getLast().place()) : null);
    }
}
