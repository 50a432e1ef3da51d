package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.desk.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps what somebody said or did about a term of a contract. */
@ApplicationScoped
class DeskWriting {

    private final Mutiny.SessionFactory sessions;
    private final Desks desks;
    private final ContractViews views;
    private final InstantSource clock;

    DeskWriting(Mutiny.SessionFactory sessions, Desks desks, ContractViews views, InstantSource clock) {
        this.sessions = sessions;
        this.desks = desks;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Answers the contract as it is then.
     *
     * @param named first day of the term; null for the one that runs, or last ran
     */
    Uni<ContractView> keep(Found found, @Nullable LocalDate named, String by, Entry.Content content) {
        Instant now = clock.instant();
        Period term = NamedTerm.of(found.history(), now.atZone(found.zone()).toLocalDate(), named)
                .orElseThrow(() ->
                        Refusal.conflict("contract " + found.contract().contractId() + " has no term to speak of"));
        Entry entry = new Entry(
                UUID.randomUUID(),
                found.account().id(),
                found.contract().contractId(),
                term.startsOn(),
                now,
                by,
                content);
        return sessions.withTransaction(session -> desks.add(session, entry)).chain(() -> views.of(found));
    }
}
