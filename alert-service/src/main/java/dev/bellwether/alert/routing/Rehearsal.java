package dev.bellwether.alert.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.alert.book.Orders;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.document.Forms;
import dev.bellwether.alert.document.Lint;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Traits;
import dev.bellwether.alert.policy.telling.Case;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.contracts.Severity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
     * @param thenIfNotAcknowledged each address with the time at which it is that person's turn, as things stand now
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
                .chain(wishes -> account(session, question.account())
                        .chain(account -> answer(session, question, account, wishes))));
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

    private Uni<Answer> answer(Mutiny.Session session, Question question, Case.Account account, Circumstances wishes) {
        var traits = new Traits(question.account(), account.segment(), question.kind(), question.severity());
        Route route = wishes.routing().of(traits);
        List<String> steps = new ArrayList<>(routeSteps(traits, route, wishes));
        steps.add(account.reader()
                .map(owner -> "the account belongs to " + owner)
                .orElse("the account has no owner with an address: "
                        + wishes.people().queue() + " looks after it"));
        return new Course(session, wishes, route, couriers, steps)
                .of(Case.supposed(traits, account, question.at()), question.at());
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
}
