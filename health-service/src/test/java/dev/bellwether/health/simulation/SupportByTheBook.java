package dev.bellwether.health.simulation;

import static dev.bellwether.health.simulation.KnownFacts.number;
import static dev.bellwether.health.simulation.KnownFacts.ratio;

import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The figures of support. */
final class SupportByTheBook {

    private final KnownFacts known;
    private final List<List<TicketChanged>> tickets;

    SupportByTheBook(KnownFacts known) {
        this.known = known;
        tickets = List.copyOf(
                known.gathered(TicketChanged.class, TicketChanged::ticketId).values());
    }

    void tell(FigureSheet sheet) {
        LocalDate day = known.day();
        long opened7 = opened(day.minusDays(6), day);
        long history = opened(day.minusDays(62), day.minusDays(7));
        BigDecimal rate = ratio(history + 1, weeks() + 1);
        double p = atLeast(opened7, rate.doubleValue());
        sheet.put("opened7", number(opened7));
        if (known.firstDay() != null) {
            // before its first fact there was no account to be quiet
            sheet.put("ticketRate", rate);
            sheet.put("ticketP", new BigDecimal(p));
        }
        sheet.put("spike", number(opened7 >= 3 && p < 0.01 ? 1 : 0));
        sheet.put(
                "openTickets",
                number(tickets.stream().filter(SupportByTheBook::open).count()));
        sheet.put(
                "urgentOpen",
                number(tickets.stream().filter(SupportByTheBook::urgent).count()));
        tickets.stream()
                .filter(SupportByTheBook::open)
                .map(this::age)
                .max(Comparator.naturalOrder())
                .ifPresent(days -> sheet.put("oldestOpenDays", number(days)));
        tickets.stream()
                .filter(SupportByTheBook::urgent)
                .map(this::age)
                .max(Comparator.naturalOrder())
                .ifPresent(days -> sheet.put("oldestUrgentDays", number(days)));
    }

    private long weeks() {
        LocalDate first = known.firstDay();
        long weeks = first == null ? 0 : Math.floorDiv(known.since(first) - 6, 7);
        return Math.max(1, Math.min(8, weeks));
    }

    /**
     * P(X ≥ k) for X ~ Poisson(λ) = Σ over i ≥ k of e^−λ·λ^i / i!, the terms added one by one, each from its logarithm
     * so that none is lost on the way.
     */
    static double atLeast(long k, double rate) {
        if (k == 0) {
            return 1;
        }
        double logarithm = -rate;
        for (long i = 1; i <= k; i++) {
            logarithm += Math.log(rate) - Math.log(i);
        }
        double term = Math.exp(logarithm);
        double sum = 0;
        for (long i = k; term > 0 && (term > sum * 1e-18 || i < rate); i++) {
            sum += term;
            term *= rate / (i + 1);
        }
        return Math.min(1, sum);
    }

    private long opened(LocalDate from, LocalDate to) {
        return tickets.stream()
                .map(this::openedOn)
                .filter(opened -> !opened.isBefore(from) && !opened.isAfter(to))
                .count();
    }

    /** Days since it was opened. */
    private long age(List<TicketChanged> ticket) {
        return known.since(openedOn(ticket));
    }

    /** The earliest opening seen; a ticket that never said when was opened when it was first heard of. */
    private LocalDate openedOn(List<TicketChanged> ticket) {
        Instant opened = ticket.stream()
                .map(TicketChanged::openedAt)
                .filter(at -> at != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant heardOf = ticket.stream()
                .map(TicketChanged::occurredAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return known.premises().dayOf(opened == null ? heardOf : opened);
    }

    /** Not solved; where no status was ever told, the ticket waits until it is known when it was solved. */
    private static boolean open(List<TicketChanged> ticket) {
        TicketStatus status = KnownFacts.newest(ticket, TicketChanged::status);
        return status == null
                ? KnownFacts.newest(ticket, TicketChanged::solvedAt) == null
                : status != TicketStatus.SOLVED;
    }

    private static boolean urgent(List<TicketChanged> ticket) {
        return open(ticket) && KnownFacts.newest(ticket, TicketChanged::priority) == Priority.URGENT;
    }
}
