package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Period;
import dev.bellwether.renewal.desk.Desk;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.playbook.Playbook;
import dev.bellwether.renewal.playbook.Step;
import dev.bellwether.renewal.stake.Risk;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts together what is answered of a contract: what was agreed, and what people said and did about its term. */
@ApplicationScoped
class ContractViews {

    private final Mutiny.SessionFactory sessions;
    private final Desks desks;
    private final Playbook playbook;
    private final InstantSource clock;

    ContractViews(Mutiny.SessionFactory sessions, Desks desks, Playbook playbook, InstantSource clock) {
        this.sessions = sessions;
        this.desks = desks;
        this.playbook = playbook;
        this.clock = clock;
    }

    Uni<ContractView> of(Found found) {
        LocalDate today = clock.instant().atZone(found.zone()).toLocalDate();
        return sessions.withSession(
                        session -> desks.of(session, List.of(found.account().id())))
                .map(all -> ContractView.of(found, today, desk(found, today, all)));
    }

    private DeskView desk(Found found, LocalDate today, Map<Desks.Key, Desk> all) {
        Period term = ContractView.term(found.contract(), today);
        if (term == null) {
            return DeskView.of(Desk.EMPTY, List.of(), playbook);
        }
        var key = new Desks.Key(found.account().id(), found.contract().contractId(), term.startsOn());
        long daysLeft = ChronoUnit.DAYS.between(today, found.contract().decisionOn(term));
        Risk risk = Risk.of(found.account().band(), found.account().gravity());
        List<Step> inForce = playbook.steps(found.contract().kind(), risk, daysLeft);
        return DeskView.of(all.getOrDefault(key, Desk.EMPTY), inForce, playbook);
    }
}
