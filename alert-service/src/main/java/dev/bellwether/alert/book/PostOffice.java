package dev.bellwether.alert.book;

import dev.bellwether.alert.delivery.Couriers;
import dev.bellwether.alert.delivery.Telling;
import dev.bellwether.alert.delivery.Threads;
import dev.bellwether.alert.message.AlertMessage;
import dev.bellwether.alert.message.Content;
import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.FollowUp;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Recipient;
import dev.bellwether.alert.message.Resolved;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.Update;
import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.alert.policy.route.Route;
import dev.bellwether.alert.policy.telling.Case;
import dev.bellwether.alert.policy.telling.Parcel;
import dev.bellwether.alert.policy.telling.Plan;
import dev.bellwether.alert.policy.telling.Verdict;
import dev.bellwether.alert.policy.telling.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts parcels on their way: one message on each channel for each recipient. */
final class PostOffice {

    private static final int MOST_LISTED = 20;

    private final Newsstand stand;
    private final Threads threads;
    private final Couriers couriers;
    private final Addresses addresses;

    PostOffice(Newsstand stand, Threads threads, Couriers couriers) {
        this.stand = stand;
        this.threads = threads;
        this.couriers = couriers;
        this.addresses = new Addresses(couriers);
    }

    void post(Plan plan) {
        Map<Ending, List<Case>> ended = new LinkedHashMap<>();
        for (Parcel parcel : plan.parcels()) {
            switch (parcel) {
                case Parcel.Letter letter -> post(letter);
                case Parcel.Sack sack -> post(sack, plan);
                case Parcel.Farewell farewell ->
                    farewell.cases()
                            .forEach(one -> ended.computeIfAbsent(
                                            new Ending(one.alert().thread(), farewell.quiet()),
                                            thread -> new ArrayList<>())
                                    .add(one));
            }
        }
        ended.forEach(this::farewell);
        joining(plan).forEach(this::refresh);
    }

    private record Ending(UUID thread, boolean quiet) {}

    private void post(Parcel.Letter letter) {
        Case lead = letter.cases().getFirst();
        UUID thread = thread(lead);
        Set<UUID> news = ids(letter.cases());
        letter.cases().forEach(one -> {
            AlertRow row = stand.row(one.alert());
            row.threadId = thread;
            row.toldAt = stand.now();
        });
        Group group = stand.group(thread, news);
        Telling telling = telling(thread, letter.cases());
        addresses.of(letter.person(), letter.tell().route()).forEach((channel, recipient) -> {
            Content content = threads.knows(thread, channel, recipient)
                    ? new FollowUp(group, news, cause(lead))
                    : new AlertMessage(group);
            threads.tell(telling, channel, recipient, letter.tell().because(), content);
        });
    }

    /** What nobody knows of joins what the account was told just now. */
    private UUID thread(Case lead) {
        boolean unknown = lead.progress().told().isEmpty();
        return (unknown ? stand.current(lead.alert()).map(Case.Current::thread) : Optional.<UUID>empty())
                .orElseGet(() -> stand.row(lead.alert()).threadId);
    }

    private static FollowUp.Cause cause(Case lead) {
        return switch (lead.progress().news()) {
            case NONE, FIRST, OVER -> FollowUp.Cause.MORE;
            case WORSE -> FollowUp.Cause.WORSE;
            case BACK -> FollowUp.Cause.BACK;
            case SNOOZE_OVER -> FollowUp.Cause.SNOOZE_OVER;
            case ASSIGNED -> FollowUp.Cause.ASSIGNED;
            case UNACKNOWLEDGED -> FollowUp.Cause.UNACKNOWLEDGED;
        };
    }

    private void post(Parcel.Sack sack, Plan plan) {
        Person person = sack.person();
        List<Entry> entries =
                sack.cases().stream().limit(MOST_LISTED).map(this::entry).toList();
        var summary = new Summary(entries, sack.cases().size() - entries.size());
        Telling telling =
                Telling.ofPerson(UUID.randomUUID(), person.email(), stand.now()).after(told(sack));
        sack.cases().forEach(one -> {
            AlertRow row = stand.row(one.alert());
            row.toldAt = stand.now();
            row.summaryId = telling.thread();
        });
        addresses
                .of(person, routes(sack, plan))
                .forEach((channel, recipient) ->
                        threads.tell(telling, channel, recipient, "much came up for you at once", summary));
    }

    /** The threads in which something was said of its alerts before. */
    private Set<UUID> told(Parcel.Sack sack) {
        return sack.cases().stream()
                .map(one -> stand.row(one.alert()))
                .filter(row -> row.toldAt != null)
                .map(row -> row.threadId)
                .collect(Collectors.toSet());
    }

    private static List<Route> routes(Parcel.Sack sack, Plan plan) {
        return sack.cases().stream()
                .map(one -> plan.verdicts().get(one.alert().id()))
                .flatMap(verdict -> verdict instanceof Verdict.Tell tell ? Stream.of(tell.route()) : Stream.empty())
                .toList();
    }

    private Entry entry(Case one) {
        AlertRow row = stand.row(one.alert());
        return new Entry(
                row.id,
                Entry.Change.RAISED,
                one.alert().severity(),
                one.money(),
                Optional.empty(),
                row.kept.event(row.accountId));
    }

    /** Whoever heard how it began hears how it ends, even if the account has another owner by now. */
    private void farewell(Ending ending, List<Case> cases) {
        UUID thread = ending.thread();
        Set<UUID> ended = ids(cases);
        Content content = new Resolved(stand.group(thread, ended), ended);
        Telling telling = telling(thread, cases);
        AlertRow lead = stand.row(cases.getFirst().alert());
        for (Channel channel : couriers.channels()) {
            if (ending.quiet() && !couriers.edits(channel)) {
                continue;
            }
            Map<String, Recipient> readers = new LinkedHashMap<>();
            cases.forEach(one -> threads.readers(thread, one.alert().episode().matter(), channel)
                    .forEach(reader -> readers.putIfAbsent(reader.address(), reader)));
            readers.values().forEach(reader -> threads.tell(telling, channel, reader, because(lead, reader), content));
        }
    }

    private String because(AlertRow row, Recipient reader) {
        return reader.email().equalsIgnoreCase(stand.owner(row))
                ? "the account is yours"
                : "you were told how it began";
    }

    private List<AlertRow> joining(Plan plan) {
        return plan.verdicts().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Verdict.Wait wait && wait.why() == Why.GROUPED)
                .map(entry -> stand.row(entry.getKey()))
                .toList();
    }

    /**
     * Shows in silence how the thread of an alert stands now: what waits tells it in the place of what was true before, or
     * is withdrawn where the alert is over; what was sent is edited wherever it can be.
     */
    void refresh(AlertRow row) {
        Alert alert = row.alert();
        if (!alert.state().live()) {
            threads.withdraw(row.threadId, row.matter());
        }
        show(row);
    }

    /** The same, and whatever waits goes on. Of what is not read any more messages stay as they are. */
    void show(AlertRow row) {
        if (!row.readable()) {
            return;
        }
        Alert alert = row.alert();
        threads.show(row.threadId, row.item());
        Telling telling =
                Telling.ofAccount(row.threadId, threads.nextRevision(row.threadId), List.of(alert), stand.now());
        for (Channel channel : couriers.channels()) {
            if (couriers.edits(channel)) {
                threads.readers(row.threadId, channel)
                        .forEach(reader -> threads.showAnew(
                                telling,
                                channel,
                                reader,
                                "you were told how it began",
                                new Update(stand.group(row.threadId, Set.of(row.id)))));
            }
        }
    }

    private Telling telling(UUID thread, List<Case> cases) {
        List<Alert> alerts =
                cases.stream().map(one -> stand.row(one.alert()).alert()).toList();
        return Telling.ofAccount(thread, threads.nextRevision(thread), alerts, stand.now())
                .after(summaries(cases));
    }

    /** The summaries that told of them first. */
    private Set<UUID> summaries(List<Case> cases) {
        return cases.stream()
                .flatMap(one -> Stream.ofNullable(stand.row(one.alert()).summaryId))
                .collect(Collectors.toSet());
    }

    private static Set<UUID> ids(List<Case> cases) {
        return cases.stream().map(one -> one.alert().id()).collect(Collectors.toSet());
    }
}
