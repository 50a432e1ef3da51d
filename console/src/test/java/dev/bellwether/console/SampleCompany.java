package dev.bellwether.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Accounts of every sort, to look at. */
final class SampleCompany {

    private static final String ADA = "ada.lindqvist@example.com";
    private static final String BEN = "ben.okafor@example.com";
    private static final String CLARA = "clara.moreau@example.com";
    private static final List<String> HEALTHY = List.of(
            "Northwind Robotics",
            "Blue Harbor Foods",
            "Kestrel Analytics",
            "Maple & Finch",
            "Osprey Health",
            "Tern Payments",
            "Alder Freight",
            "Birch Legal",
            "Copperfield Media",
            "Driftwood Travel",
            "Ember Energy",
            "Foxglove Education",
            "Granite Insurance",
            "Heron Logistics",
            "Iris Diagnostics",
            "Juniper Bank");

    private SampleCompany() {}

    static List<ObjectNode> accounts() {
        List<ObjectNode> accounts = new ArrayList<>();
        troubled().forEach(account -> accounts.add(account.line()));
        for (int i = 0; i < HEALTHY.size(); i++) {
            accounts.add(healthy(HEALTHY.get(i), i).line());
        }
        accounts.add(
                AnAccount.named("Lighthouse Trial").ownedBy(CLARA, "startup").line());
        accounts.add(AnAccount.named("<script>alert('name')</script>")
                .withId("odd/id ?&ü")
                .line());
        return accounts;
    }

    private static List<AnAccount> troubled() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return List.of(
                AnAccount.named("Saltmarsh Publishing")
                        .scored("18.40", "red")
                        .ownedBy(ADA, "mid-market")
                        .used(0, "0", 31)
                        .worth(4_800_000, "EUR", today.plusDays(12))
                        .flagged(
                                "INACTIVE",
                                "critical",
                                "Nobody has used the product for 31 days; before that 6 people used it on most working days.",
                                ago(24))
                        .flagged("RED", "high", "Health fell to 18 of 100.", ago(9))
                        .flagged("LATE_PAYMENT", "low", "An invoice of EUR 4,000.00 is 4 days past due.", ago(4)),
                AnAccount.named("Quarry Construction Group")
                        .scored("33.25", "red")
                        .ownedBy(BEN, "enterprise")
                        .used(12, "0.38", 1)
                        .worth(31_250_000, "USD", today.plusDays(76))
                        .flagged(
                                "USAGE_DROP",
                                "high",
                                "12 people used the product this week; 31.5 is usual for this account (−62 %).",
                                ago(3))
                        .flagged(
                                "CHAMPION_SILENT",
                                "high",
                                "Mara Jensen, the champion, was last active 19 days ago.",
                                ago(5)),
                AnAccount.named("Wagtail Couriers")
                        .scored("39.90", "red")
                        .ownedBy(CLARA, "mid-market")
                        .used(21, "0.91", 0)
                        .worth(9_600_000, "GBP", today.plusDays(140))
                        .flagged("LATE_PAYMENT", "critical", "GBP 8,000.00 is 63 days past due.", ago(62)),
                AnAccount.named("Pinnacle Ticketing")
                        .scored("52.10", "yellow")
                        .ownedBy(ADA, "enterprise")
                        .used(204, "1.04", 0)
                        .worth(22_000_000, "EUR", today.plusDays(201))
                        .flagged(
                                "TICKET_SPIKE",
                                "high",
                                "14 tickets were opened this week; about 3.2 are usual.",
                                ago(1)),
                AnAccount.named("Vega Optical")
                        .scored("55.75", "yellow")
                        .used(4, "0.8", 2)
                        .worth(1_200_000, "JPY", today.plusDays(29)),
                AnAccount.named("Rowan Veterinary Clinics of the North and the Islands")
                        .scored("61.00", "yellow")
                        .ownedBy(BEN, "small business")
                        .used(7, "0.7", 0)
                        .worth(720_000, "EUR", today.minusDays(3))
                        .flagged("LOW_ADOPTION", "low", "9 of 40 seats were used within 28 days (23 %).", ago(40)));
    }

    private static AnAccount healthy(String name, int i) {
        LocalDate renewal = LocalDate.now(ZoneOffset.UTC).plusDays(20 + 23L * i);
        AnAccount account = AnAccount.named(name)
                .scored(72 + i * 1.75 + "", "green")
                .ownedBy(List.of(ADA, BEN, CLARA).get(i % 3), i % 2 == 0 ? "mid-market" : "enterprise")
                .used(14 + 11 * i, String.valueOf(0.97 + i * 0.02), i % 4 == 3 ? 1 : 0)
                .worth(1_500_000L + 730_000L * i, "EUR", renewal);
        return i == HEALTHY.size() - 1
                ? account.flagged("EXPANSION_READY", "info", "38 of 40 seats were used within 28 days (95 %).", ago(2))
                : account;
    }

    private static Instant ago(int days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    /** Plays health-service for a console that runs as a program of its own. Arguments: port, token. */
    public static void main(String[] arguments) throws Exception {
        HealthStandIn standIn = new HealthStandIn(Integer.parseInt(arguments[0]), arguments[1]);
        standIn.holds(accounts());
        Thread.currentThread().join();
    }
}
