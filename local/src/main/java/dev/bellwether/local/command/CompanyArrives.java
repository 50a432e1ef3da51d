package dev.bellwether.local.command;

import dev.bellwether.local.Backlog;
import dev.bellwether.local.company.Company;
import dev.bellwether.local.company.CompanyFile;
import dev.bellwether.local.company.Customer;
import dev.bellwether.local.door.Delivery;
import dev.bellwether.local.door.IngestDoor;
import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Receipt;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends the synthetic company through the doors of ingest, once a data folder, and waits until its accounts are seen. */
record CompanyArrives(Home home, Screen screen) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration GLANCE = Duration.ofMillis(500);

    void run(LocalJson local) throws CommandFailed, IOException, InterruptedException {
        CompanyFile file =
                CompanyFile.in(home).orElse(CompanyFile.begunAt(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        Company company = file.company();
        if (!file.arrived()) {
            file.write(home);
            Receipt receipt = send(company, file, local);
            if (!receipt.refusals().isEmpty()) {
                throw CommandFailed.because(
                        "ingest refused " + receipt.refusals().size()
                                + " events of the synthetic company, the first: "
                                + receipt.refusals().getFirst());
            }
            file.withArrival().write(home);
        }
        awaitAccounts(company.customers().size(), local);
        awaitScores(local);
    }

    /** Customer by customer, so that none is judged for long by the half of its past that has arrived. */
    private Receipt send(Company company, CompanyFile file, LocalJson local) throws IOException, InterruptedException {
        Map<Customer, List<Letter>> histories = new LinkedHashMap<>();
        long total = 0;
        for (Customer customer : company.customers()) {
            List<Letter> history = company.history(customer, file.begin(), file.begun())
                    .sorted(Letter.NEWEST_FIRST)
                    .toList();
            histories.put(customer, history);
            total += history.size() + company.foundation(customer).count();
        }
        return send(company, histories, total, local);
    }

    private Receipt send(Company company, Map<Customer, List<Letter>> histories, long total, LocalJson local)
            throws IOException, InterruptedException {
        IngestDoor door = new IngestDoor(local.urls().ingest(), local.writeKey(), screen::line);
        Receipt receipt = Receipt.NONE;
        try (Delivery delivery = new Delivery(door, sent -> screen.progress("company", sent, total))) {
            for (Map.Entry<Customer, List<Letter>> history : histories.entrySet()) {
                receipt = receipt.and(delivery.send(
                                company.foundation(history.getKey()).toList()))
                        .and(delivery.send(history.getValue()));
            }
        }
        return receipt;
    }

    private void awaitAccounts(int expected, LocalJson local) throws CommandFailed, InterruptedException {
        HealthView health = new HealthView(local.urls().health(), local.tokens().manager());
        Instant begin = Instant.now();
        int seen = health.accounts();
        while (seen < expected) {
            if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                throw CommandFailed.because("health shows " + seen + " of " + expected + " accounts after "
                        + PATIENCE.toMinutes() + " minutes; its log: " + home.log("health"));
            }
            Thread.sleep(GLANCE);
            seen = health.accounts();
        }
        screen.line("  health shows all " + expected + " accounts");
    }

    /** So that the first look shows final scores. A service that never gets there is no reason to end the demo. */
    private void awaitScores(LocalJson local) throws InterruptedException {
        try (Backlog backlog = new Backlog(local.kafka())) {
            Instant begin = Instant.now();
            while (backlog.records() > 0) {
                if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                    screen.line("  the services are still " + backlog.records() + " events behind");
                    return;
                }
                Thread.sleep(GLANCE);
            }
            screen.line("  the services have caught up");
        } catch (IllegalStateException e) {
            screen.line("  how far the services are cannot be told: " + e.getMessage());
        }
    }
}
