package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.account.Waiting;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What of one request goes where. */
final class Load {

    static final Problem NOBODY =
            new Problem("/subject", "is required: nothing in it leads to an account, and its customer is not known");
    private static final Problem PARKING_FULL =
            new Problem("/subject", "is not known yet, and too many events wait for their accounts already");

    private final Judge judge;
    private final Owners.Found owners;
    private final boolean parkingFull;
    private final List<Envelope> facts = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<WebhookAnswer.Rejected> rejected = new ArrayList<>();
    private int unused;

    Load(Judge judge, Owners.Found owners, boolean parkingFull) {
        this.judge = judge;
        this.owners = owners;
        this.parkingFull = parkingFull;
    }

    List<Envelope> facts() {
        return facts;
    }

    List<Waiting> waiting() {
        return waiting;
    }

    List<Refused> refused() {
        return refused;
    }

    /** Items that have no use. */
    int unused() {
        return unused;
    }

    /** For whose accounts is waited. */
    Set<String> users() {
        return waiting.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet());
    }

    WebhookAnswer answer() {
        return new WebhookAnswer(facts.size(), waiting.size(), unused, rejected);
    }

    /** The good facts of an item go on although another one is bad. */
    void put(int index, Item item) {
        switch (item.meaning()) {
            case Meaning.Unused nothing -> unused++;
            case Meaning.Wrong(var problems) -> refuse(index, item, Reason.INVALID, problems);
            case Meaning.Told(var claims, var lessons) -> claims.forEach(claim -> put(index, item, claim));
        }
    }

    private void put(int index, Item item, Claim claim) {
        String account = owners.account(claim.owner());
        Envelope event = claim.about(
                account == null ? Claim.SOMEBODY : account, owners.source().uri());
        switch (judge.judge(event)) {
            case Verdict.Refused<Envelope>(Reason reason, var problems) -> refuse(index, item, reason, problems);
            case Verdict.Accepted<Envelope> accepted -> {
                if (account == null) {
                    park(index, item, claim);
                } else {
                    facts.add(event);
                }
            }
        }
    }

    private void park(int index, Item item, Claim claim) {
        List<String> keys = owners.waitsFor(claim.owner());
        if (keys.isEmpty()) {
            refuse(index, item, Reason.ACCOUNT_UNKNOWN, List.of(NOBODY));
        } else if (parkingFull) {
            refuse(index, item, Reason.PARKING_FULL, List.of(PARKING_FULL));
        } else {
            waiting.add(new Waiting(
                    Door.WEBHOOK, keys, claim.about("", owners.source().uri()), item.original()));
        }
    }

    /** An item is refused once, whatever else in it is wrong as well. */
    private void refuse(int index, Item item, Reason reason, List<Problem> problems) {
        if (!rejected.isEmpty() && rejected.getLast().index() == index) {
            return;
        }
        refused.add(new Refused(item.original(), reason, problems));
        rejected.add(new WebhookAnswer.Rejected(index, problems));
    }
}
