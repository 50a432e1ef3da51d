package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.PaymentFailed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invoices of a company: issued, failed to be collected, paid in time, late or never, and corrected. */
final class Billing {

    private final Chance chance;
    private final LocalDate last;
    private final List<Fact> facts;
    private final String id;

    private Billing(Chance chance, LocalDate last, List<Fact> facts, String id) {
        this.chance = chance;
        this.last = last;
        this.facts = facts;
        this.id = id;
    }

    static void happens(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        for (int i = chance.below(6); i > 0; i--) {
            new Billing(chance, last, facts, "invoice-" + i).one(first.plusDays(chance.below(days + 1)));
        }
        if (chance.oneIn(4)) {
            facts.add(new PaymentFailed(chance.on(last), "an invoice nobody ever saw", "card_declined"));
        }
    }

    private void one(LocalDate issuedOn) {
        LocalDate dueOn = issuedOn.plusDays(chance.oneOf(List.of(0, 1, 7, 14, 30)));
        Occurrence issued = chance.on(issuedOn);
        say(issued, chance.oneIn(8) ? null : dueOn, chance.oneIn(8) ? null : InvoiceStatus.OPEN, null);
        for (int i = chance.below(4); i > 0; i--) {
            LocalDate day = dueOn.plusDays(chance.between(-2, 31));
            if (!day.isAfter(last)) {
                facts.add(new PaymentFailed(chance.on(day), id, chance.maybe(() -> "insufficient_funds")));
            }
        }
        LocalDate end = dueOn.plusDays(chance.oneOf(List.of(-1, 0, 1, 14, 15, 30, 60, 61, 200)));
        if (end.isBefore(issuedOn) || end.isAfter(last)) {
            return;
        }
        InvoiceStatus status = chance.oneIn(4) ? chance.oneOf(List.of(InvoiceStatus.values())) : InvoiceStatus.PAID;
        Occurrence ended = chance.oneIn(6) ? chance.at(issued.at()) : chance.on(end);
        say(ended, null, status, chance.maybe(() -> end));
        if (chance.oneIn(4)) {
            // the same instant, whichever id: open never wins over what is final
            say(chance.at(ended.at()), chance.maybe(() -> dueOn.plusDays(5)), InvoiceStatus.OPEN, null);
        }
        if (chance.oneIn(5)) {
            say(chance.on(last), chance.maybe(() -> dueOn.minusDays(3)), chance.maybe(() -> InvoiceStatus.OPEN), null);
        }
    }

    private void say(
            Occurrence at, @Nullable LocalDate dueOn, @Nullable InvoiceStatus status, @Nullable LocalDate paidOn) {
        facts.add(new InvoiceChanged(
                at,
                id,
                chance.maybe(() -> 100L * chance.between(-3, 90)),
                chance.maybe(() -> chance.oneOf(List.of("EUR", "USD"))),
                chance.maybe(() -> LocalDate.ofInstant(at.at(), chance.zone())),
                dueOn,
                status,
                paidOn));
    }
}
