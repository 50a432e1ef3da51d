package dev.bellwether.renewal.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.stake.Dispute;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts notices into the events that others read. Their ids follow from what they tell, so that the same notice, however
 * often it should come about, is the same event: {@code renewal-due:<term start>:<decision>:<days>:<contract>}, likewise
 * {@code renewal-disputed}, and {@code term-lapsed} and {@code account-churned}, each with {@code :<term end>:<contract>}, {@code term-renewed:<term start>:<term end>:<contract>},
 * and {@code :2}, {@code :3} and so on where what had been told of that end was taken back or corrected before.
 */
final class Announcements {

    private final Likelihoods likelihoods;
    private final Set<Desks.Key> decided;
    private final @Nullable String manager;
    private final Instant now;

    /**
     * @param decided terms of which nobody has to be reminded, as somebody said what became of them
     * @param manager who is told of disputed calls; null when nobody is named
     */
    Announcements(Likelihoods likelihoods, Set<Desks.Key> decided, @Nullable String manager, Instant now) {
        this.likelihoods = likelihoods;
        this.decided = Set.copyOf(decided);
        this.manager = manager;
        this.now = now;
    }

    List<RenewalEvent> of(Look look) {
        return look.review().notices().stream()
                .filter(notice -> !(notice instanceof Notice.Due due && decided.contains(key(look.account(), due))))
                .flatMap(notice -> Stream.concat(
                        Stream.of(announcement(look.account(), notice)), disputed(look.account(), notice).stream()))
                .toList();
    }

    private RenewalEvent announcement(Account account, Notice notice) {
        var occurrence = new Occurrence(id(account, notice), account.id(), now);
        AccountSnapshot snapshot = account.snapshot();
        var term = notice.contract().term(notice.term());
        return switch (notice) {
            case Notice.Due due ->
                new RenewalDue(occurrence, snapshot, term, due.milestone().days(), due.daysLeft(), account.flags());
            case Notice.Lapsed lapsed -> new TermLapsed(occurrence, snapshot, term);
            case Notice.Renewed renewed -> new TermRenewed(occurrence, snapshot, term);
            case Notice.Churned churned -> new AccountChurned(occurrence, snapshot, term);
        };
    }

    private Optional<RenewalEvent> disputed(Account account, Notice notice) {
        return switch (notice) {
            case Notice.Due due -> disputed(account, due);
            case Notice.Lapsed n -> Optional.empty();
            case Notice.Renewed n -> Optional.empty();
            case Notice.Churned n -> Optional.empty();
        };
    }

    private Optional<RenewalEvent> disputed(Account account, Notice.Due due) {
        return Optional.ofNullable(account.calls().get(key(account, due)))
                .flatMap(call -> Dispute.at(
                        due.milestone().days(), call, account.band(), likelihoods.of(account.band(), due.daysLeft())))
                .map(dispute -> disputed(account, due, dispute));
    }

    private RenewalEvent disputed(Account account, Notice.Due due, Dispute dispute) {
        AccountSnapshot snapshot = account.snapshot();
        return new RenewalDisputed(
                new Occurrence("renewal-disputed:" + milestone(account, due), account.id(), now),
                snapshot,
                due.contract().term(due.term()),
                due.milestone().days(),
                due.daysLeft(),
                dispute.call().word(),
                dispute.computed().word(),
                dispute.likelihood().tooFew() ? null : dispute.likelihood().mean(),
                manager,
                dispute.sentence(snapshot.name(), account.band(), due.daysLeft()));
    }

    private static Desks.Key key(Account account, Notice.Due due) {
        return new Desks.Key(
                account.id(), due.contract().contractId(), due.term().startsOn());
    }

    private static String id(Account account, Notice notice) {
        String what = notice.term().endsOn() + ":" + contract(account, notice);
        return switch (notice) {
            case Notice.Due due -> "renewal-due:" + milestone(account, due);
            case Notice.Lapsed lapsed -> "term-lapsed:" + what + again(lapsed.told());
            case Notice.Renewed renewed ->
                "term-renewed:" + renewed.term().startsOn() + ":" + what + again(renewed.told());
            case Notice.Churned churned -> "account-churned:" + what + again(churned.told());
        };
    }

    private static String again(int told) {
        return told == 0 ? "" : ":" + (told + 1);
    }

    private static String milestone(Account account, Notice.Due due) {
        Milestone milestone = due.milestone();
        return milestone.startsOn() + ":" + milestone.decisionOn() + ":" + milestone.days() + ":"
                + contract(account, due);
    }

    /** Foreign ids may be longer than an event id and hold any sign but NUL: a digest stands for them. */
    private static String contract(Account account, Notice notice) {
        String both = account.id() + '\0' + notice.contract().contractId();
        return UUID.nameUUIDFromBytes(both.getBytes(UTF_8)).toString();
    }
}
