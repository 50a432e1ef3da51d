package dev.bellwether.alert.book;

import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.people.PersonDocument;
import dev.bellwether.alert.policy.Channel;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** What people have said about how they want to be told, as it is at the moment of a decision. */
@ApplicationScoped
public class Orders {

    private static final String PEOPLE = """
            select coalesce(p.email, o.email), coalesce(p.document, '{}'), o.email is not null
            from person p full join mail_opt_out o on o.email = p.email
            """;
    private static final String ROUTING = "select document from routing order by version desc limit 1";

    private static final Logger LOG = Logger.getLogger(Orders.class);

    private final AlertSettings settings;
    private final Couriers couriers;
    private final Set<String> complaints = ConcurrentHashMap.newKeySet();

    Orders(AlertSettings settings, Couriers couriers) {
        this.settings = settings;
        this.couriers = couriers;
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
        for (Object[] row : rows) {
            String email = (String) row[0];
            Person person = person(email, (String) row[1]);
            byEmail.put(email, (boolean) row[2] && !isQueue(email) ? person.without(Channel.EMAIL) : person);
        }
        return new People(byEmail, settings.zone(), settings.fallbackRecipient(), couriers.channels());
    }

    /** What nobody reads any more stops nobody: it is as if it had never been said. */
    private Person person(String email, String document) {
        try {
            return PersonDocument.kept(document).person(email, settings.zone());
        } catch (RuntimeException e) {
            complain("what was said of " + email + " is not read any more");
            return Person.unknown(email, settings.zone());
        }
    }

    /** The same is not logged again. */
    private void complain(String what) {
        if (complaints.add(what)) {
            LOG.error(what);
        }
    }

    /** Whoever looks after what reaches nobody else is told of it by mail whoever unsubscribes: else nobody would be. */
    private boolean isQueue(String email) {
        return email.equalsIgnoreCase(settings.fallbackRecipient());
    }

    private Uni<Routing> routing(Mutiny.Session session) {
        return session.createNativeQuery(ROUTING, String.class)
                .getResultList()
                .map(documents -> documents.isEmpty() ? Routing.USUAL : routing(documents.getFirst()));
    }

    private Routing routing(String document) {
        try {
            return RoutingDocument.kept(document).routing();
        } catch (RuntimeException e) {
            complain("the routing is not read any more: until it is put again the usual one holds");
            return Routing.USUAL;
        }
    }

    private Rhythm rhythm() {
        AlertSettings.Rhythm rhythm = settings.rhythm();
        Set<Severity> exempt = Arrays.stream(Severity.values())
                .filter(severity -> rhythm.budgetExempt().contains(severity.json()))
                .collect(Collectors.toSet());
        return new Rhythm(rhythm.gatherFor(), rhythm.groupWithin(), rhythm.mostAtOnce(), rhythm.weeklyBudget(), exempt);
    }
}
