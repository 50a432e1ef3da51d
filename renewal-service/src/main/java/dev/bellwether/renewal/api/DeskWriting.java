package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.desk.Entry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps what somebody said or did about the term of a contract that runs, or last ran. */
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

    /** Answers the contract as it is then. */
    Uni<ContractView> keep(Found found, String by, Entry.Content content) {
        Instant now = clock.instant();
        Period term =
                ContractView.term(found.contract(), now.atZone(found.zone()).toLocalDate());
        if (term == null) {
            throw Refusal.conflict("contract " + found.contract().contractId() + " has no term to speak of");
        }
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
