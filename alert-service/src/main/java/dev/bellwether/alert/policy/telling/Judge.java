package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.policy.people.Duty;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Timing;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides about one piece of news by itself: what holds it back, whom it is for, and when. */
public final class Judge {

    private Judge() {}

    /** What becomes of it, before anybody asks how much else the person is told. */
    public static Verdict of(Case one, Circumstances circumstances, Instant now) {
        Route route = circumstances.routing().of(one.traits());
        Optional<Addressee> addressee = addressee(one, route, circumstances.people(), now);
        if (addressee.isEmpty()) {
            return new Verdict.Nobody(Why.NOBODY_LEFT);
        }
        return hushed(one, addressee.get(), circumstances.silences(), now)
                .or(() -> putOff(one, now))
                .or(() -> toDigest(route))
                .or(() -> outOfHours(addressee.get().person(), route, now))
                .or(() -> joining(one, now))
                .orElseGet(() -> new Verdict.Tell(
                        addressee.get().person(), route, addressee.get().because()));
    }

    private record Addressee(Person person, String because) {}

    /** The next in line, the assignee, the one the route names, the owner, or whoever looks after what nobody owns. */
    private static Optional<Addressee> addressee(Case one, Route route, People people, Instant now) {
        String first = one.account().owner().orElse(people.queue());
        if (one.news() == News.UNACKNOWLEDGED) {
            return nextInLine(one, first, people, now);
        }
        if (one.account().assignee().isPresent()) {
            return Optional.of(onDuty(people, one.account().assignee().get(), "it was given to you", now));
        }
        if (route.to().isPresent()) {
            return Optional.of(onDuty(people, route.to().get(), "the route '" + route.name() + "' names you", now));
        }
        String because = one.account().owner().isPresent() ? "the account is yours" : "the account has no owner yet";
        return Optional.of(onDuty(people, first, because, now));
    }

    private static Addressee onDuty(People people, String email, String because, Instant now) {
        Duty duty = people.onDuty(email, now);
        return duty.standsInFor().isEmpty()
                ? new Addressee(duty.person(), because)
                : new Addressee(duty.person(), String.join(" and ", duty.standsInFor()) + " is away and you stand in");
    }

    private static Optional<Addressee> nextInLine(Case one, String first, People people, Instant now) {
        String told = one.progress().toldTo().orElse(first);
        String responsible = one.account().assignee().orElse(first);
        List<String> line = people.lineAfter(responsible);
        return line.stream()
                .skip(one.progress().step())
                .map(email -> people.onDuty(email, now).person())
                .filter(person -> !person.email().equals(told))
                .findFirst()
                .map(person -> new Addressee(person, told + " did not acknowledge it in time"));
    }

    private static Optional<Verdict> hushed(Case one, Addressee to, List<Silence> silences, Instant now) {
        return silences.stream()
                .filter(silence -> silence.covers(one.traits(), to.person().email(), now))
                .<Verdict>map(silence -> new Verdict.Wait(
                        silence.target().everything() ? Why.MAINTENANCE : Why.SILENCED, silence.until()))
                .findFirst();
    }

    private static Optional<Verdict> putOff(Case one, Instant now) {
        return one.progress()
                .quietUntil()
                .filter(until -> now.isBefore(until) && one.news() != News.OVER)
                .map(until ->
                        new Verdict.Wait(one.news() == News.BACK ? Why.COOL_DOWN : Why.SNOOZED, Optional.of(until)));
    }

    private static Optional<Verdict> toDigest(Route route) {
        return route.timing() == Timing.DIGEST ? Optional.of(new Verdict.InDigest(Why.DIGEST_ROUTE)) : Optional.empty();
    }

    private static Optional<Verdict> outOfHours(Person person, Route route, Instant now) {
        return route.timing() == Timing.AT_ONCE || person.calendar().works(now)
                ? Optional.empty()
                : Optional.of(new Verdict.Wait(
                        Why.OUT_OF_HOURS, Optional.of(person.calendar().nextStart(now))));
    }

    /** What just follows a message about the account joins it; what is critical does not wait for others. */
    private static Optional<Verdict> joining(Case one, Instant now) {
        boolean waits = one.news() == News.FIRST && one.alert().severity() != Severity.CRITICAL;
        return waits
                ? one.current()
                        .filter(current -> now.isBefore(current.until()))
                        .map(current -> new Verdict.Wait(Why.GROUPED, Optional.of(current.until())))
                : Optional.empty();
    }
}
