package dev.bellwether.alert.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.book.Orders;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Traits;
import dev.bellwether.alert.policy.telling.Case;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.policy.telling.Judge;
import dev.bellwether.alert.policy.telling.Verdict;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Severity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Says who would be told of an alert, without telling anybody. */
@ApplicationScoped
public class Rehearsal {

    private static final String ACCOUNT = "select owner, segment from account where id = :id";

    /** More looks into the future than this lead nowhere. */
    private static final int MOST_STEPS = 20;

    private final Transactions transactions;
    private final Orders orders;
    private final Couriers couriers;
    private final InstantSource clock;

    Rehearsal(Transactions transactions, Orders orders, Couriers couriers, InstantSource clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.couriers = couriers;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param decision told, digest, waits or nobody
     * @param told who would be told; null when nobody would by a message of its own
     * @param at when; null when nobody would, or when an event decides
     * @param because why to this person
     * @param steps why each step, in order
     */
    public record Answer(
            String decision,
            @Nullable String told,
            @Nullable Instant at,
            List<String> channels,
            String route,
            @Nullable String because,
            List<String> thenIfNotAcknowledged,
            List<String> steps) {}

    private record Question(String account, String kind, Severity severity, Instant at) {}

    /**
     * Answers for an account, kind, severity and time; the time may be left out.
     *
     * @throws dev.bellwether.alert.document.Faulty when the question has faults
     */
    public Uni<Answer> of(JsonNode body) {
        Instant now = clock.instant();
        Question question = Lint.read(
                body,
                lint -> new Question(
                        lint.required("account", Function.identity(), "an account id", ""),
                        lint.required("kind", Forms::kind, Forms.A_KIND, ""),
                        lint.required("severity", Forms::severity, Forms.A_SEVERITY, Severity.LOW),
                        lint.parsed("time", Forms::moment, Forms.A_MOMENT).orElse(now)));
        return transactions.in(session -> orders.load(session, question.at())
                .chain(wishes ->
                        account(session, question.account()).map(account -> answer(question, account, wishes))));
    }

    private static Uni<Case.Account> account(Mutiny.Session session, String id) {
        return session.createNativeQuery(ACCOUNT, Object[].class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? new Case.Account(Optional.empty(), Optional.empty(), Optional.empty())
                        : new Case.Account(
                                Optional.ofNullable((String) rows.getFirst()[0]),
                                Optional.ofNullable((String) rows.getFirst()[1]),
                                Optional.empty()));
    }

    private Answer answer(Question question, Case.Account account, Circumstances wishes) {
        var traits = new Traits(question.account(), account.segment(), question.kind(), question.severity());
        Route route = wishes.routing().of(traits);
        List<String> steps = new ArrayList<>(routeSteps(traits, route, wishes));
        steps.add(account.reader()
                .map(owner -> "the account belongs to " + owner)
                .orElse("the account has no owner with an address: "
                        + wishes.people().queue() + " looks after it"));
        return follow(Case.supposed(traits, account, question.at()), route, wishes, question.at(), steps);
    }

    private static List<String> routeSteps(Traits traits, Route taken, Circumstances wishes) {
        List<String> steps = new ArrayList<>();
        for (Route route : wishes.routing().routes()) {
            if (route.equals(taken)) {
                break;
            }
            route.match()
                    .unlike(traits)
                    .ifPresent(why -> steps.add("route '" + route.name() + "' does not match: " + why));
        }
        steps.add("route '" + taken.name() + "' matches: " + taken.timing().label());
        return steps;
    }

    /** Asks again at the end of every wait, as the service would. */
    private Answer follow(Case one, Route route, Circumstances wishes, Instant from, List<String> steps) {
        Instant at = from;
        for (int i = 0; i < MOST_STEPS; i++) {
            switch (Judge.of(one, wishes, at)) {
                case Verdict.Tell tell -> {
                    steps.add(at + ": " + tell.person().email() + " is told, because " + tell.because());
                    return told(tell, at, wishes.people(), one, steps);
                }
                case Verdict.Wait wait
                when wait.until().isPresent() -> {
                    steps.add(at + ": waits until " + wait.until().get() + ", because "
                            + wait.why().inWords());
                    at = wait.until().get();
                }
                case Verdict other -> {
                    steps.add(at + ": " + other.label() + ", because "
                            + other.why().inWords());
                    return new Answer(other.label(), null, null, List.of(), route.name(), null, List.of(), steps);
                }
            }
        }
        return new Answer("waits", null, at, List.of(), route.name(), null, List.of(), steps);
    }

    private Answer told(Verdict.Tell tell, Instant at, People people, Case one, List<String> steps) {
        Person person = tell.person();
        List<String> channels = couriers.to(person, tell.route().channels()).stream()
                .sorted()
                .map(Channel::label)
                .toList();
        List<String> next = tell.route()
                .acknowledgeWithin()
                .map(within -> next(person, at, within, Judge.line(one, tell.route(), people), people))
                .orElse(List.of());
        return new Answer("told", person.email(), at, channels, tell.route().name(), tell.because(), next, steps);
    }

    /** Each is told when the one before has not acknowledged it in time. */
    private static List<String> next(Person told, Instant at, Duration within, List<String> line, People people) {
        List<String> next = new ArrayList<>();
        Person before = told;
        Instant deadline = at;
        for (String email : line) {
            if (!email.equals(told.email())) {
                deadline = before.calendar().afterWork(deadline, within);
                before = people.of(email);
                next.add(email + " from " + deadline);
            }
        }
        return next;
    }
}
