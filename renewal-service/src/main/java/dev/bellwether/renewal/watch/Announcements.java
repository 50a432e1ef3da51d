package dev.bellwether.renewal.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Puts notices into the events that others read. Their ids follow from what they tell, so that the same notice, however
 * often it should come about, is the same event: {@code renewal-due:<term end>:<decision date>:<days>:<contract>}, and
 * {@code term-lapsed}, {@code term-renewed} and {@code account-churned}, each with {@code :<term end>:<contract>}.
 */
final class Announcements {

    private Announcements() {}

    static List<RenewalEvent> of(Look look, Instant now) {
        return look.review().notices().stream()
                .map(notice -> announcement(look.account(), notice, now))
                .toList();
    }

    private static RenewalEvent announcement(Account account, Notice notice, Instant now) {
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

    private static String id(Account account, Notice notice) {
        String what = notice.term().endsOn() + ":";
        String contract = contract(account, notice);
        return switch (notice) {
            case Notice.Due(var c, var t, Milestone milestone, int daysLeft, boolean late) ->
                "renewal-due:" + what + milestone.decisionOn() + ":" + milestone.days() + ":" + contract;
            case Notice.Lapsed lapsed -> "term-lapsed:" + what + contract;
            case Notice.Renewed renewed -> "term-renewed:" + what + contract;
            case Notice.Churned churned -> "account-churned:" + what + contract;
        };
    }

    /** Foreign ids may be longer than an event id and hold any sign but NUL: a digest stands for them. */
    private static String contract(Account account, Notice notice) {
        String both = account.id() + '\0' + notice.contract().contractId();
        return UUID.nameUUIDFromBytes(both.getBytes(UTF_8)).toString();
    }
}
