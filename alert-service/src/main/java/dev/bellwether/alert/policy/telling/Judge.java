package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Silence;
import dev.bellwether.alert.policy.people.Calendar;
import dev.bellwether.alert.policy.people.Duty;
import dev.bellwether.alert.policy.people.People;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.route.Timing;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides about one piece of news by itself: what holds it back, whom it is for, and when. */
public final class Judge {

    private static final String OVER_OWNER = "you look after its owner";

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
                .or(() -> toDigest(one, addressee.get().person(), route))
                .or(() -> outOfHours(addressee.get(), route, now))
                .or(() -> joining(one, now))
                .orElseGet(() -> new Verdict.Tell(
                        addressee.get().person(),
                        route,
                        addressee.get().because(),
                        addressee.get().standsInFor()));
    }

    /**
     * Who is to be told.
     *
     * @param standsInFor e-mails of those in whose place the person is told
     * @param back when somebody is there again; empty while somebody is
     */
    private record Addressee(Person person, String because, List<String> standsInFor, Optional<Instant> back) {

        Addressee(Person person, String because, List<String> standsInFor) {
            this(person, because, standsInFor, Optional.empty());
        }
    }

    /** The next in line, the assignee, the one the route names, the owner, or whoever looks after what nobody owns. */
    private static Optional<Addressee> addressee(Case one, Route route, People people, Instant now) {
        Responsible responsible = responsible(one, route, people);
        return one.news() == News.UNACKNOWLEDGED
                ? nextInLine(one, responsible.email(), route, people, now)
                : Optional.of(onDuty(people, responsible, route, now));
    }

    private record Responsible(String email, String because) {}

    private static Responsible responsible(Case one, Route route, People people) {
        boolean overOwner = one.isOverOwner();
        if (one.account().assignee().isPresent()) {
            boolean given = !overOwner || one.news() == News.ASSIGNED;
            return new Responsible(one.account().assignee().get(), given ? "it was given to you" : OVER_OWNER);
        }
        if (route.to().isPresent()) {
            return new Responsible(route.to().get(), "the route '" + route.name() + "' names you");
        }
        Optional<String> owner = one.account().reader();
        if (overOwner) {
            return owner.flatMap(email -> people.of(email).manager())
                    .map(manager -> new Responsible(manager, OVER_OWNER))
                    .orElseGet(() -> new Responsible(people.queue(), "nobody is known to look after its owner"));
        }
        String ownerless =
                one.account().owner().isEmpty() ? "the account has no owner yet" : "the account's owner is no address";
        return owner.map(email -> new Responsible(email, "the account is yours"))
                .orElseGet(() -> new Responsible(people.queue(), ownerless));
    }

    /** Where nobody stands in, what may wait waits until somebody is back; what may not goes to the manager. */
    private static Addressee onDuty(People people, Responsible responsible, Route route, Instant now) {
        Duty duty = people.onDuty(responsible.email(), now);
        if (!duty.there()) {
            return unattended(people, responsible, route, now);
        }
        return duty.standsInFor().isEmpty()
                ? new Addressee(duty.person(), responsible.because(), List.of())
                : new Addressee(
                        duty.person(), missing(people, duty.standsInFor()) + " and you stand in", duty.standsInFor());
    }

    private static String missing(People people, List<String> emails) {
        boolean reachable = emails.stream().map(people::of).allMatch(people::reachable);
        boolean one = emails.size() == 1;
        String away = one ? " is away" : " are away";
        String unread = one ? " reads no channel that is on" : " read no channel that is on";
        return String.join(" and ", emails) + (reachable ? away : unread);
    }

    private static Addressee unattended(People people, Responsible responsible, Route route, Instant now) {
        Person away = people.of(responsible.email());
        Optional<Instant> back = people.back(responsible.email(), now);
        if (route.timing() != Timing.AT_ONCE && back.isPresent()) {
            return new Addressee(away, responsible.because(), List.of(), back);
        }
        String because = missing(people, List.of(away.email())) + " and nobody stands in";
        return away.manager()
                .map(manager -> people.onDuty(manager, now).person())
                .filter(people::reachable)
                .map(manager -> new Addressee(manager, because, List.of(away.email())))
                .orElseGet(() -> people.reachable(away)
                        ? new Addressee(away, responsible.because(), List.of())
                        : new Addressee(people.of(people.queue()), because, List.of(away.email())));
    }

    /** Whoever is to answer for it now, if another one was told, then the line; nobody twice, and who is away only where nobody else is left. */
    private static Optional<Addressee> nextInLine(
            Case one, String responsible, Route route, People people, Instant now) {
        String because = one.progress().toldTo().orElse(responsible) + " did not acknowledge it in time";
        Set<String> heard = one.progress().heardBy();
        List<String> line = Stream.concat(Stream.of(responsible), people.lineAfter(responsible).stream())
                .toList();
        List<String> left = line.stream()
                .filter(email -> !heard.contains(email.toLowerCase(Locale.ROOT)))
                .toList();
        return left.stream()
                .map(email -> people.onDuty(email, now))
                .filter(duty -> duty.there() && !heard.contains(duty.person().email()))
                .findFirst()
                .map(duty -> new Addressee(duty.person(), because, duty.standsInFor()))
                .or(() -> Optional.of(line.getLast())
                        .filter(left::contains)
                        .map(people::of)
                        .filter(people::reachable)
                        .map(last -> new Addressee(last, because, List.of(), firstBack(left, route, people, now))));
    }

    /** When the first of those who are away is back, where it may wait for that: the last of a line is not passed over. */
    private static Optional<Instant> firstBack(List<String> away, Route route, People people, Instant now) {
        return route.timing() == Timing.AT_ONCE
                ? Optional.empty()
                : away.stream()
                        .flatMap(email -> people.back(email, now).stream())
                        .min(Comparator.naturalOrder());
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

    private static Optional<Verdict> toDigest(Case one, Person person, Route route) {
        return route.timing() == Timing.DIGEST && !one.askedFor()
                ? Optional.of(new Verdict.InDigest(Why.DIGEST_ROUTE, person))
                : Optional.empty();
    }

    private static Optional<Verdict> outOfHours(Addressee to, Route route, Instant now) {
        if (to.back().isPresent()) {
            return Optional.of(new Verdict.Wait(Why.OUT_OF_HOURS, to.back()));
        }
        Calendar calendar = to.person().calendar();
        return route.timing() == Timing.AT_ONCE || calendar.works(now)
                ? Optional.empty()
                : Optional.of(new Verdict.Wait(Why.OUT_OF_HOURS, Optional.of(calendar.nextStart(now))));
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
