package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A customer's monthly invoices and how they were paid; a trial gets none. */
record Billing(Dice dice, Letters letters, LocalDate today) {

    private static final int EVERY = 30;
    private static final int TERM = 14;
    private static final int PAST_INVOICES = 4;

    /** All of it up to a day, which may lie after today. */
    List<Letter> until(LocalDate end, Customer customer) {
        List<Letter> done = new ArrayList<>();
        if (customer.agreement().kind().equals("trial")) {
            return done;
        }
        LocalDate newest = newestIssue(customer);
        for (int i = -PAST_INVOICES + 1; !newest.plusDays((long) EVERY * i).isAfter(end); i++) {
            LocalDate issuedOn = newest.plusDays((long) EVERY * i);
            if (!issuedOn.isBefore(customer.since())) {
                done.addAll(invoice(customer, issuedOn, i));
            }
        }
        return done;
    }

    /** So that the unpaid ones of the stories are past due by the days the stories tell. */
    private LocalDate newestIssue(Customer customer) {
        return switch (customer.story()) {
            case LATE_PAYER -> today.minusDays(TERM + 24 - EVERY);
            case IN_THE_RED -> today.minusDays(TERM + 66 - 2L * EVERY);
            case CARD_DECLINED -> today.minusDays(11);
            default -> today.minusDays(dice.forThe("billing", customer.number()).nextInt(EVERY));
        };
    }

    private List<Letter> invoice(Customer customer, LocalDate issuedOn, int number) {
        String id = "invoice-" + customer.id() + "-" + issuedOn;
        LocalDate dueOn = issuedOn.plusDays(TERM);
        Map<String, Object> invoice = new LinkedHashMap<>();
        invoice.put("invoiceId", id);
        invoice.put("amount", customer.agreement().annualAmount() / 12);
        invoice.put("currency", customer.profile().currency());
        invoice.put("issuedOn", issuedOn.toString());
        invoice.put("dueOn", dueOn.toString());
        invoice.put("status", "open");
        Instant issued = issuedOn.atStartOfDay(ZoneOffset.UTC).plusHours(6).toInstant();
        List<Letter> done = new ArrayList<>();
        done.add(letters.fact("bellwether.invoice", id + "-open", issued, customer.id(), invoice));
        if (unpaid(customer.story(), number)) {
            done.addAll(failures(customer, id, issued));
        } else {
            done.add(payment(customer, id, paidOn(customer, dueOn)));
        }
        return done;
    }

    /** One forgotten invoice, one that cannot be collected, or nothing paid any more. */
    private static boolean unpaid(Story story, int number) {
        return switch (story) {
            case LATE_PAYER -> number == -1;
            case IN_THE_RED -> number >= -2;
            case CARD_DECLINED -> number == 0;
            default -> false;
        };
    }

    private LocalDate paidOn(Customer customer, LocalDate dueOn) {
        SplittableRandom random = dice.forThe("payment", customer.number(), dueOn.toEpochDay());
        return dueOn.minusDays(1 + random.nextInt(9));
    }

    private Letter payment(Customer customer, String invoiceId, LocalDate paidOn) {
        Instant paid = paidOn.atStartOfDay(ZoneOffset.UTC).plusHours(12).toInstant();
        Map<String, Object> payment = Map.of("invoiceId", invoiceId, "status", "paid", "paidOn", paidOn.toString());
        return letters.fact("bellwether.invoice", invoiceId + "-paid", paid, customer.id(), payment);
    }

    private List<Letter> failures(Customer customer, String invoiceId, Instant issued) {
        List<Letter> done = new ArrayList<>();
        for (int i = 1; customer.story() == Story.CARD_DECLINED && i <= 3; i++) {
            done.add(letters.fact(
                    "bellwether.payment-failed",
                    invoiceId + "-attempt-" + i,
                    issued.plus(Duration.ofDays(3L * i)),
                    customer.id(),
                    Map.of("invoiceId", invoiceId, "reason", "card_declined")));
        }
        return done;
    }
}
