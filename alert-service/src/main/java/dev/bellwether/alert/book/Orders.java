package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.people.PersonDocument;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Routing;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.policy.telling.Rhythm;
import dev.bellwether.alert.routing.RoutingDocument;
import dev.bellwether.alert.silence.SilenceRow;
import dev.bellwether.contracts.Severity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people have said about how they want to be told, as it is at the moment of a decision. */
@ApplicationScoped
public class Orders {

    private static final String PEOPLE = "select email, document from person";
    private static final String ROUTING = "select document from routing order by version desc limit 1";

    private final AlertSettings settings;

    Orders(AlertSettings settings) {
        this.settings = settings;
    }

    /** Everything that a decision now has to keep to. */
    public Uni<Circumstances> load(Mutiny.Session session, Instant now) {
        return people(session)
                .chain(people -> routing(session)
                        .chain(routing -> SilenceRow.running(session, now)
                                .map(silences -> new Circumstances(people, routing, silences, rhythm()))));
    }

    /** Everybody of whom something was said. */
    public Uni<People> people(Mutiny.Session session) {
        return session.createNativeQuery(PEOPLE, Object[].class).getResultList().map(this::people);
    }

    /** E-mail of whoever looks after accounts without an owner. */
    public String queue() {
        return settings.fallbackRecipient();
    }

    private People people(List<Object[]> rows) {
        Map<String, Person> byEmail = new HashMap<>();
        rows.forEach(row -> byEmail.put(
                (String) row[0], PersonDocument.kept((String) row[1]).person((String) row[0], settings.zone())));
        return new People(byEmail, settings.zone(), settings.fallbackRecipient());
    }

    private static Uni<Routing> routing(Mutiny.Session session) {
        return session.createNativeQuery(ROUTING, String.class)
                .getResultList()
                .map(documents -> documents.isEmpty()
                        ? Routing.USUAL
                        : RoutingDocument.kept(documents.getFirst()).routing());
    }

    private Rhythm rhythm() {
        AlertSettings.Rhythm rhythm = settings.rhythm();
        Set<Severity> exempt = Arrays.stream(Severity.values())
                .filter(severity -> rhythm.budgetExempt().contains(severity.json()))
                .collect(Collectors.toSet());
        return new Rhythm(rhythm.gatherFor(), rhythm.groupWithin(), rhythm.mostAtOnce(), rhythm.weeklyBudget(), exempt);
    }
}
