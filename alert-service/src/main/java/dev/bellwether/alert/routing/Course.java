package dev.bellwether.alert.routing;

import dev.bellwether.alert.book.Memory;
import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.telling.Case;
import dev.bellwether.alert.policy.telling.Circumstances;
import dev.bellwether.alert.policy.telling.Escalation;
import dev.bellwether.alert.policy.telling.Judge;
import dev.bellwether.alert.policy.telling.Judged;
import dev.bellwether.alert.policy.telling.Plan;
import dev.bellwether.alert.policy.telling.Verdict;
import dev.bellwether.alert.routing.Rehearsal.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one supposed alert: judged and rationed as the service would, and again at the end of every wait.
 *
 * @param steps why each step, added to
 */
record Course(Mutiny.Session session, Circumstances wishes, Route route, Couriers couriers, List<String> steps) {

    /** More looks into the future than this lead nowhere. */
    private static final int MOST_STEPS = 20;

    Uni<Answer> of(Case one, Instant at) {
        return of(one, at, MOST_STEPS);
    }

    private Uni<Answer> of(Case one, Instant at, int left) {
        return switch (Judge.of(one, wishes, at)) {
            case Verdict.Tell tell -> rationed(one, tell, at, left);
            case Verdict.Wait wait -> waiting(one, wait, at, left);
            case Verdict.InDigest digest -> now(inDigest(digest, at, List.of()));
            case Verdict.Nobody nobody -> now(nobody(nobody, at));
        };
    }

    private static Uni<Answer> now(Answer answer) {
        return Uni.createFrom().item(answer);
    }

    /** What the person was told lately counts, and nothing is written down. */
    private Uni<Answer> rationed(Case one, Verdict.Tell tell, Instant at, int left) {
        Person person = tell.person();
        return Memory.used(session, person, wishes.rhythm().groupWithin(), at).chain(used -> {
            Plan plan = Plan.of(List.of(new Judged(one, tell)), wishes, Map.of(person.email(), used), at);
            Verdict verdict = plan.verdicts().getOrDefault(one.alert().id(), tell);
            return switch (verdict) {
                case Verdict.Tell told -> now(told(told, at, then(one, told, at)));
                case Verdict.Wait wait ->
                    waiting(one.with(plan.progress().getOrDefault(one.alert().id(), one.progress())), wait, at, left);
                case Verdict.InDigest digest -> now(inDigest(digest, at, then(one, tell, at)));
                case Verdict.Nobody nobody -> now(nobody(nobody, at));
            };
        });
    }

    private Uni<Answer> waiting(Case one, Verdict.Wait wait, Instant at, int left) {
        Optional<Instant> until = wait.until();
        String why = ", because " + wait.why().inWords();
        steps.add(at + ": waits" + until.map(end -> " until " + end).orElse("") + why);
        return until.isPresent() && left > 0
                ? of(one, until.get(), left - 1)
                : now(answer(wait, null, until.orElse(null), List.of(), null, List.of()));
    }

    private List<String> then(Case one, Verdict.Tell tell, Instant at) {
        return Escalation.after(one, tell, wishes, at).stream()
                .map(step -> step.tell().person().email() + " from " + step.at())
                .toList();
    }

    private Answer told(Verdict.Tell tell, Instant at, List<String> then) {
        Person person = tell.person();
        steps.add(at + ": " + person.email() + " is told, because " + tell.because());
        List<String> channels = couriers.to(person, tell.route().channels()).stream()
                .sorted()
                .map(Channel::label)
                .toList();
        return answer(tell, person.email(), at, channels, tell.because(), then);
    }

    private Answer inDigest(Verdict.InDigest digest, Instant at, List<String> then) {
        steps.add(at + ": only the digest of " + digest.person().email() + " tells it, because "
                + digest.why().inWords());
        return answer(digest, null, null, List.of(), null, then);
    }

    private Answer nobody(Verdict.Nobody nobody, Instant at) {
        steps.add(at + ": nobody is told, because " + nobody.why().inWords());
        return answer(nobody, null, null, List.of(), null, List.of());
    }

    private Answer answer(
            Verdict verdict,
            @Nullable String told,
            @Nullable Instant at,
            List<String> channels,
            @Nullable String because,
            List<String> then) {
        return new Answer(verdict.label(), told, at, channels, route.name(), because, then, List.copyOf(steps));
    }
}
