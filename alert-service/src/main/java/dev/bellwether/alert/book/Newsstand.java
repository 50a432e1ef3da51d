package dev.bellwether.alert.book;

import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.Group;
import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.telling.Case;
import dev.bellwether.alert.policy.telling.News;
import dev.bellwether.alert.policy.telling.Plan;
import dev.bellwether.alert.policy.telling.Rhythm;
import dev.bellwether.alert.policy.telling.Usage;
import dev.bellwether.alert.policy.telling.Verdict;
import dev.bellwether.alert.policy.telling.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The alerts of some accounts of which something is to be told, with what stands beside them. */
final class Newsstand {

    private final List<AlertRow> due;
    private final Map<UUID, AlertRow> rows = new LinkedHashMap<>();
    private final Map<String, AccountRow> accounts = new HashMap<>();
    private final Optional<Rhythm> rhythm;
    private final Instant now;

    Newsstand(
            List<AlertRow> due,
            List<AlertRow> related,
            List<AccountRow> accounts,
            Optional<Rhythm> rhythm,
            Instant now) {
        this.due = due;
        due.forEach(row -> rows.put(row.id, row));
        related.stream().filter(AlertRow::readable).forEach(row -> rows.put(row.id, row));
        accounts.forEach(account -> this.accounts.put(account.id, account));
        this.rhythm = rhythm;
        this.now = now;
    }

    /** Whether something is to be decided of it now. */
    static boolean hasNews(AlertRow row, Instant now) {
        boolean looked = row.lookAt != null && !row.lookAt.isAfter(now);
        boolean undecided = row.held == null && !row.news.equals(News.NONE.label());
        return looked || undecided;
    }

    Instant now() {
        return now;
    }

    List<Case> cases() {
        return due.stream().map(this::asCase).toList();
    }

    private Case asCase(AlertRow row) {
        var progress = row.progress();
        // it was told, and the time to acknowledge it is over
        var now = progress.news() == News.NONE ? progress.with(News.UNACKNOWLEDGED) : progress;
        AccountRow account = account(row.accountId);
        return new Case(
                row.alert(),
                now,
                new Case.Account(
                        Optional.ofNullable(account.owner),
                        Optional.ofNullable(account.segment),
                        Optional.ofNullable(row.assignee)),
                Money.of(account.annualValue),
                current(row));
    }

    private AccountRow account(String id) {
        return accounts.computeIfAbsent(id, unknown -> new AccountRow());
    }

    /** What the account was told last, while it stands and further news join it. */
    private Optional<Case.Current> current(AlertRow row) {
        return rhythm.flatMap(r -> rows.values().stream()
                .filter(other -> other.accountId.equals(row.accountId))
                .flatMap(other -> current(other, r).stream())
                .max(Comparator.comparing(Case.Current::until)));
    }

    private Optional<Case.Current> current(AlertRow told, Rhythm r) {
        return Optional.ofNullable(told.toldAt)
                .filter(at -> told.alert().state().live() && !Usage.isAhead(at, now))
                .map(at -> new Case.Current(told.threadId, at.plus(r.groupWithin())))
                .filter(current -> now.isBefore(current.until()));
    }

    /** Writes down how far each has come; what joins a message shares its thread. */
    void settle(Plan plan) {
        for (AlertRow row : due) {
            Verdict verdict = plan.verdicts().get(row.id);
            boolean waitsOn =
                    verdict instanceof Verdict.Wait wait && wait.why().label().equals(row.held);
            Optional.ofNullable(plan.progress().get(row.id)).ifPresent(row::become);
            row.changedAt = waitsOn ? row.changedAt : now;
            if (verdict instanceof Verdict.Wait wait && wait.why() == Why.GROUPED) {
                current(row).ifPresent(current -> row.threadId = current.thread());
            }
        }
    }

    List<Teller.Told> told(Plan plan) {
        Set<UUID> passedOn = plan.parcels().stream()
                .flatMap(parcel -> parcel.cases().stream())
                .filter(one -> one.progress().news() == News.UNACKNOWLEDGED)
                .map(one -> one.alert().id())
                .collect(Collectors.toSet());
        List<Teller.Told> told = new ArrayList<>();
        for (AlertRow row : due) {
            Optional.ofNullable(plan.verdicts().get(row.id))
                    .ifPresent(verdict ->
                            told.add(new Teller.Told(row.kind, row.severity, verdict, passedOn.contains(row.id))));
        }
        return told;
    }

    AlertRow row(Alert alert) {
        return row(alert.id());
    }

    AlertRow row(UUID id) {
        return Objects.requireNonNull(rows.get(id), () -> "alert " + id + " was not asked about");
    }

    @Nullable
    String owner(AlertRow row) {
        return account(row.accountId).owner;
    }

    Optional<Case.Current> current(Alert alert) {
        return current(row(alert));
    }

    Set<UUID> threads() {
        return rows.values().stream().map(row -> row.threadId).collect(Collectors.toSet());
    }

    /** What shares a thread and stands, or is news; of each matter the newest. */
    Group group(UUID thread, Collection<UUID> news) {
        Map<String, AlertRow> newest = new HashMap<>();
        rows.values().stream()
                .filter(row -> row.threadId.equals(thread))
                .filter(row -> row.alert().state().live() || news.contains(row.id))
                .forEach(row ->
                        newest.merge(row.matter, row, (one, other) -> one.since.isAfter(other.since) ? one : other));
        List<Item> items = newest.values().stream()
                .sorted(Comparator.comparing((AlertRow row) -> row.alert().severity())
                        .reversed()
                        .thenComparing(row -> row.since)
                        .thenComparing(row -> row.id))
                .map(AlertRow::item)
                .toList();
        return new Group(newest.values().iterator().next().accountId, items);
    }

    /** How a summary shows what is over. */
    static Entry ended(AlertRow row) {
        return new Entry(
                row.id,
                Entry.Change.CLEARED,
                row.alert().severity(),
                Map.of(),
                Optional.empty(),
                row.kept.event(row.accountId));
    }
}
