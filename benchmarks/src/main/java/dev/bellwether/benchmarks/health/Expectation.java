package dev.bellwether.benchmarks.health;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What must be in the database when uses are committed, counted the plain way. Knows the 64 days up to today. */
public final class Expectation {

    private static final int WEEK = 7;
    private static final long DAY_MILLIS = 86_400_000;

    private final long today;
    private final Map<Integer, Long> uses = new HashMap<>();

    /** By account and user: a bit for each day of activity, the lowest for today. */
    private final Map<Long, Long> activity = new HashMap<>();

    /** Of nothing yet. */
    public Expectation(LocalDate today) {
        this.today = today.toEpochDay();
    }

    /** Of all of these uses. */
    public static Expectation of(Usage usage, LocalDate today) {
        Expectation expectation = new Expectation(today);
        expectation.add(usage);
        return expectation;
    }

    /** These are expected too. */
    public void add(Usage usage) {
        for (int i = 0; i < usage.events(); i++) {
            add(usage.use(i));
        }
    }

    /** This one is expected too; one that was there before counts again. */
    public void add(Use use) {
        long age = today - Math.floorDiv(use.at().toEpochMilli(), DAY_MILLIS);
        if (age < 0 || age >= Long.SIZE) {
            throw new IllegalArgumentException("not within 64 days: " + use.at());
        }
        uses.merge(use.account(), 1L, Long::sum);
        activity.merge(person(use), 1L << age, (known, more) -> known | more);
    }

    private static long person(Use use) {
        return (long) use.account() << Integer.SIZE | use.user();
    }

    /** Pairs of a user and a day on which they were active. */
    public long userDays() {
        return activity.values().stream().mapToLong(Long::bitCount).sum();
    }

    /** Events of each account, by its id. */
    public Map<String, Long> uses() {
        Map<String, Long> byId = new TreeMap<>();
        uses.forEach((account, count) -> byId.put(Wire.account(account), count));
        return byId;
    }

    /** Users of each account in the 7 days up to today, by its id. */
    public Map<String, Long> wau() {
        Map<String, Long> byId = new TreeMap<>();
        uses.keySet().forEach(account -> byId.put(Wire.account(account), 0L));
        activity.forEach((person, days) -> {
            if ((days & (1L << WEEK) - 1) != 0) {
                byId.merge(Wire.account((int) (person >>> Integer.SIZE)), 1L, Long::sum);
            }
        });
        return byId;
    }
}
