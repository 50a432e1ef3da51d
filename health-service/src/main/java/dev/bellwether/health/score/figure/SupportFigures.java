package dev.bellwether.health.score.figure;

import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Known;
import dev.bellwether.health.score.memory.Ticket;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.jspecify.annotations.Nullable;

/**
 * How much support the account asks for, as of a day.
 *
 * @param ticketRate tickets a week that are usual; null before the account's first fact
 * @param ticketP probability of at least as many new tickets as this week if nothing were unusual; 1 when there are none
 * @param spike whether this week's tickets are unusually many
 * @param oldestOpenDays null when none is open
 * @param oldestUrgentDays null when no urgent one is open
 * @param openedThisWeek tickets opened in 7 days, in order
 * @param urgent urgent tickets that wait, oldest first
 */
public record SupportFigures(
        @Nullable Double ticketRate,
        @Nullable Double ticketP,
        boolean spike,
        int openTickets,
        @Nullable Integer oldestOpenDays,
        @Nullable Integer oldestUrgentDays,
        List<Ticket> openedThisWeek,
        List<Ticket> urgent) {

    private static final int WEEK = 7;
    private static final int WEEKS_COMPARED = 8;
    private static final int SPIKE_FROM = 3;
    private static final double SPIKE_BELOW = 0.01;

    public SupportFigures {
        openedThisWeek = List.copyOf(openedThisWeek);
        urgent = List.copyOf(urgent);
    }

    /** Tickets opened in 7 days. */
    public int opened7() {
        return openedThisWeek.size();
    }

    /** Urgent tickets that wait. */
    public int urgentOpen() {
        return urgent.size();
    }

    static SupportFigures asOf(Known known, @Nullable Integer ageDays, BusinessDays days) {
        List<Ticket> oldestFirst = known.tickets().stream()
                .sorted(Comparator.comparing(Ticket::openedAt).thenComparing(Ticket::ticketId))
                .toList();
        List<Ticket> open = oldestFirst.stream().filter(Ticket::isOpen).toList();
        List<Ticket> urgent = open.stream().filter(Ticket::isUrgent).toList();
        List<Ticket> opened = oldestFirst.stream()
                .filter(ticket -> days.isWithin(ticket.openedAt(), known.day(), WEEK))
                .toList();
        Double rate = ageDays == null ? null : weeklyRate(openedBefore(oldestFirst, known, days), ageDays);
        Double p = rate == null ? null : probabilityOfAtLeast(opened.size(), rate);
        return new SupportFigures(
                rate,
                p,
                p != null && p < SPIKE_BELOW && opened.size() >= SPIKE_FROM,
                open.size(),
                daysOpen(open, known, days),
                daysOpen(urgent, known, days),
                opened,
                urgent);
    }

    private static int openedBefore(List<Ticket> tickets, Known known, BusinessDays days) {
        LocalDate lastWeek = known.day().minusDays(WEEK);
        return (int) tickets.stream()
                .filter(ticket -> days.isWithin(ticket.openedAt(), lastWeek, WEEK * WEEKS_COMPARED))
                .count();
    }

    /**
     * λ = (history + 1) ÷ (weeks + 1): one pseudo-ticket in one pseudo-week, so that a quiet account has a finite rate.
     * Weeks are the whole ones between the account's first fact and this week.
     */
    static double weeklyRate(int history, int ageDays) {
        int weeks = Math.clamp(Math.floorDiv(ageDays - (WEEK - 1), WEEK), 1, WEEKS_COMPARED);
        return (history + 1) / (weeks + 1.0);
    }

    /** P(X ≥ count) for X ~ Poisson(λ) = P(count, λ), the regularised lower incomplete gamma function. */
    static double probabilityOfAtLeast(int count, double rate) {
        return count == 0 ? 1 : RegularizedGamma.P.value(count, rate);
    }

    /** Whole days of the one that waits longest; a ticket dated after the day has waited for none. */
    private static @Nullable Integer daysOpen(List<Ticket> oldestFirst, Known known, BusinessDays days) {
        if (oldestFirst.isEmpty()) {
            return null;
        }
        long opened = days.dayOf(oldestFirst.getFirst().openedAt());
        return (int) Math.max(0, known.day().toEpochDay() - opened);
    }
}
