package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * The synthetic company, Lumenwork, and everything that happens at its customers. The same seed and first day give the
 * same events with the same ids, whenever they are asked for; {@link Story} lists who has a story to tell.
 */
public final class Company {

    /** How many days of the past are told. */
    public static final int HISTORY_DAYS = 120;

    /** A ticket opened before the time asked for may still be solved within it. */
    private static final int LONGEST_TICKET_DAYS = 6;

    private final List<Customer> customers;
    private final Foundation foundation;
    private final Usage usage;
    private final Billing billing;
    private final Support support;
    private final Voice voice;
    private final Dice dice;

    private Company(Dice dice, LocalDate today) {
        Letters letters = new Letters("/bellwether/local/company");
        this.dice = dice;
        this.customers = new Roster(dice, today).customers();
        this.foundation = new Foundation(letters, today);
        this.usage = new Usage(dice, letters);
        this.billing = new Billing(dice, letters, today);
        this.support = new Support(dice, letters, today);
        this.voice = new Voice(dice, letters, today);
    }

    /**
     * The company that entered Bellwether on a day.
     *
     * @param today the first day; the stories are told as of then
     */
    public static Company of(long seed, LocalDate today) {
        return new Company(new Dice(seed), today);
    }

    /** All customers. */
    public List<Customer> customers() {
        return List.copyOf(customers);
    }

    /** A customer's account, users and contract. */
    public Stream<Letter> foundation(Customer customer) {
        return foundation.of(customer).stream();
    }

    /** Everything else that happened at a customer from one instant, inclusive, to another, exclusive; in no order. */
    public Stream<Letter> history(Customer customer, Instant from, Instant until) {
        LocalDate firstDay = from.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        LocalDate lastDay = until.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        LocalDate firstTicket = firstDay.minusDays(LONGEST_TICKET_DAYS);
        return Stream.of(
                        firstDay.datesUntil(lastDay).flatMap(day -> usage.on(day, customer).stream()),
                        firstDay.datesUntil(lastDay).flatMap(day -> voice.on(day, customer).stream()),
                        firstTicket.datesUntil(lastDay).flatMap(day -> support.openedOn(day, customer).stream()),
                        billing.until(lastDay, customer).stream())
                .flatMap(letters -> letters)
                .filter(letter -> !letter.at().isBefore(from) && letter.at().isBefore(until));
    }

    /** The same of all customers. */
    public Stream<Letter> history(Instant from, Instant until) {
        return customers.stream().flatMap(customer -> history(customer, from, until));
    }

    Dice dice() {
        return dice;
    }
}
