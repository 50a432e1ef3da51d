package dev.bellwether.health.store;

import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.memory.Uses;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that one transaction is going to keep and announce. */
public final class Changes {

    /** A fact other than usage; {@code data} is its JSON document. */
    public record FactRow(String accountId, String eventId, String type, Instant occurredAt, String data) {

        /** Stands where a fact's source is asked for, which is not kept. */
        public static final String SOURCE = "/bellwether/health-service";
    }

    /** Days of one block on which a user (kind U) or a feature (kind F) was active. */
    public record ActivityRow(String accountId, String kind, long key, int block, long mask) {}

    /** All that was used on a day. */
    public record UsageRow(String accountId, LocalDate day, BigDecimal quantity) {}

    /** The account as it stands after the batch. */
    public record AccountState(AccountRow row, Remembered remembered) {}

    /** A minute in which a feed was heard. */
    public record ArrivalRow(Feed feed, Instant minute) {}

    /** A day of which facts arrived late, and the minute in which the last of them did. */
    public record LateRow(Feed feed, LocalDate day, Instant minute) {}

    /** Who used what on a day, as far as this transaction adds to it. */
    public record DetailRow(String accountId, Uses uses) {}

    /**
     * Housekeeping among what is kept of some accounts.
     *
     * @param mergeBefore the rows of who used what on an earlier day become one
     * @param dropBefore what was used on an earlier day, and flags that were over before, are forgotten
     */
    public record Tidying(List<String> accounts, LocalDate mergeBefore, LocalDate dropBefore) {}

    private long factCharacters;

    final List<FactRow> facts = new ArrayList<>();
    final List<ActivityRow> activity = new ArrayList<>();
    final List<UsageRow> usage = new ArrayList<>();
    final List<DetailRow> details = new ArrayList<>();
    final List<Tidying> tidyings = new ArrayList<>();
    final List<AccountState> accounts = new ArrayList<>();
    final List<FlagRow> flags = new ArrayList<>();
    final List<IdPiece.Kept> pieces = new ArrayList<>();
    final List<HealthEvent> events = new ArrayList<>();
    final List<DayTurn> turns = new ArrayList<>();
    final List<ArrivalRow> arrivals = new ArrayList<>();
    final Map<LateDay, LateRow> late = new TreeMap<>();

    /** In order, so that two instances that write the same days do not wait for each other in a circle. */
    record LateDay(Feed feed, LocalDate day) implements Comparable<LateDay> {
        @Override
        public int compareTo(LateDay other) {
            int byFeed = feed.compareTo(other.feed);
            return byFeed == 0 ? day.compareTo(other.day) : byFeed;
        }
    }

    public void add(FactRow fact) {
        facts.add(fact);
        factCharacters += fact.data().length();
    }

    /** How long the documents of the facts are together. */
    public long factCharacters() {
        return factCharacters;
    }

    public void add(ActivityRow row) {
        activity.add(row);
    }

    public void add(UsageRow row) {
        usage.add(row);
    }

    public void add(DetailRow row) {
        details.add(row);
    }

    public void tidy(Tidying tidying) {
        tidyings.add(tidying);
    }

    public void add(AccountState account) {
        accounts.add(account);
    }

    public void add(FlagRow flag) {
        flags.add(flag);
    }

    public void add(IdPiece.Kept piece) {
        pieces.add(piece);
    }

    public void announce(HealthEvent event) {
        events.add(event);
    }

    /** What is announced when this is committed. */
    public List<HealthEvent> announcements() {
        return List.copyOf(events);
    }

    public void add(DayTurn turn) {
        turns.add(turn);
    }

    public void add(ArrivalRow arrival) {
        arrivals.add(arrival);
    }

    /** Of several of one day the latest is kept. */
    public void add(LateRow row) {
        late.merge(
                new LateDay(row.feed(), row.day()),
                row,
                (one, other) -> one.minute().isBefore(other.minute()) ? other : one);
    }

    /** The days of which something arrived late. */
    public List<LocalDate> lateDays() {
        return late.values().stream().map(LateRow::day).toList();
    }
}
