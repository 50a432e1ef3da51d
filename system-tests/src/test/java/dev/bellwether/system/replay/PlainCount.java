package dev.bellwether.system.replay;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the company's files say, one row after the other, without anything of the services.
 *
 * @param kept first day whose usage, invoices and tickets still count
 */
record PlainCount(List<Table.Row> events, List<Table.Row> invoices, List<Table.Row> tickets, LocalDate kept) {

    static PlainCount of(Path folder, LocalDate kept) {
        return new PlainCount(
                Table.read(folder.resolve("product_events.csv")).rows(),
                Table.read(folder.resolve("invoices.csv")).rows(),
                Table.read(folder.resolve("support_tickets.csv")).rows(),
                kept);
    }

    /** The figures of an account as of the end of the day. */
    Count of(String account, LocalDate day) {
        return new Count(
                wau(account, day), daysInactive(account, day), daysPastDue(account, day), opened7(account, day));
    }

    private int wau(String account, LocalDate day) {
        Set<String> users = new HashSet<>();
        for (Table.Row event : events) {
            if (isOf(event, account) && isKept(day(event)) && isWithinWeek(day(event), day)) {
                users.add(event.text("user_id"));
            }
        }
        return users.size();
    }

    private @Nullable Integer daysInactive(String account, LocalDate day) {
        LocalDate last = LocalDate.MIN;
        for (Table.Row event : events) {
            if (isOf(event, account)
                    && isKnown(event, "event_at", day)
                    && day(event).isAfter(last)) {
                last = day(event);
            }
        }
        return last.equals(LocalDate.MIN) ? null : daysBetween(last, day);
    }

    @Nullable
    Integer daysPastDue(String account, LocalDate day) {
        boolean any = false;
        int longest = 0;
        for (Table.Row invoice : invoices) {
            boolean paid = isKnown(invoice, "paid_date", day);
            if (isOf(invoice, account) && (paid || isKnown(invoice, "invoice_date", day))) {
                any = true;
                LocalDate dueOn = invoice.day("due_date").orElseThrow();
                longest = paid ? longest : Math.max(longest, daysBetween(dueOn, day));
            }
        }
        return any ? longest : null;
    }

    int opened7(String account, LocalDate day) {
        int opened = 0;
        for (Table.Row ticket : tickets) {
            if (isOf(ticket, account) && isWithinWeek(ticket.day("created_at").orElseThrow(), day)) {
                opened++;
            }
        }
        return opened;
    }

    /** Whether the thing had happened by the end of the day, and not so long ago that it is no longer kept. */
    private boolean isKnown(Table.Row row, String column, LocalDate day) {
        return row.day(column).filter(on -> isKept(on) && !on.isAfter(day)).isPresent();
    }

    private static LocalDate day(Table.Row event) {
        return event.day("event_at").orElseThrow();
    }

    private boolean isKept(LocalDate on) {
        return !on.isBefore(kept);
    }

    private static boolean isWithinWeek(LocalDate on, LocalDate day) {
        return !on.isAfter(day) && on.isAfter(day.minusDays(7));
    }

    private static boolean isOf(Table.Row row, String account) {
        return row.text("account_id").equals(account);
    }

    private static int daysBetween(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }
}
