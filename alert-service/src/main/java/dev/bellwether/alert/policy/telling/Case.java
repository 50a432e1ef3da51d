package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Subject;
import dev.bellwether.alert.policy.Version;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Traits;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An alert of which something is to be told.
 *
 * @param money what is at stake in minor units by currency
 * @param current what the account was told within the grouping window; empty when nothing
 */
public record Case(
        Alert alert, Progress progress, Account account, Map<String, Long> money, Optional<Current> current) {

    /** What matters most first: severity, the largest sum of money, the older one. */
    public static final Comparator<Case> BY_WEIGHT = Comparator.<Case, Severity>comparing(
                    one -> one.alert().severity())
            .thenComparing(Case::largestSum)
            .reversed()
            .thenComparing(one -> one.alert().since())
            .thenComparing(one -> one.alert().id());

    public Case {
        money = Map.copyOf(money);
    }

    /**
     * Whose it is.
     *
     * @param assignee e-mail of whoever somebody gave the alert to; comes before the owner
     */
    public record Account(Optional<String> owner, Optional<String> segment, Optional<String> assignee) {

        /** The owner, if that is an address at which somebody could be told; whoever brings accounts may name a person. */
        public Optional<String> reader() {
            return owner.filter(Person::isAddress);
        }
    }

    /** The message about the account that further news join. */
    public record Current(UUID thread, Instant until) {}

    /** An alert that nobody raised, to ask what would become of it. */
    public static Case supposed(Traits traits, Account account, Instant at) {
        var episode = new Episode(new Matter(traits.account(), "supposed"), traits.kind(), "supposed");
        var alert = new Alert(
                episode, traits.severity(), at, new Version(at, "supposed"), new AlertState.Open(), episode.alertId());
        return new Case(alert, Progress.NOTHING.with(News.FIRST), account, Map.of(), Optional.empty());
    }

    /** The same, told so far. */
    public Case with(Progress other) {
        return new Case(alert, other, account, money, current);
    }

    News news() {
        return progress.news();
    }

    /** Whether somebody wants it to be told: it was given to somebody, or put off until now. */
    boolean askedFor() {
        return news() == News.ASSIGNED || news() == News.SNOOZE_OVER;
    }

    String accountId() {
        return matter().accountId();
    }

    Matter matter() {
        return alert.episode().matter();
    }

    /** Whether it is not its owner who has to hear it, but whoever looks after the owner. */
    boolean isOverOwner() {
        return alert.episode().kind().equals(Subject.DISPUTED);
    }

    /** What routes and silences look at. */
    public Traits traits() {
        return new Traits(accountId(), account.segment(), alert.episode().kind(), alert.severity());
    }

    private long largestSum() {
        return money.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
