package dev.bellwether.local.company;

import dev.bellwether.local.door.Delivery;
import dev.bellwether.local.door.IngestDoor;
import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Receipt;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.ReadyMark;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The process in which the synthetic company goes on living: first what it missed while it was down, then the present. */
final class CompanyProcess {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final Duration CATCH_UP = Duration.ofMinutes(1);

    private final Home home;
    private final Delivery delivery;
    private final Company company;
    private CompanyFile file;

    private CompanyProcess(Home home, Delivery delivery, CompanyFile file) {
        this.home = home;
        this.delivery = delivery;
        this.company = file.company();
        this.file = file;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Home home = new Home(Path.of(arguments[0]), Path.of(arguments[1]));
        CompanyFile file = CompanyFile.in(home)
                .filter(CompanyFile::arrived)
                .orElseThrow(
                        () -> new IOException("the past of the company has not arrived: ./bellwether demo sends it"));
        LocalJson local = LocalJson.read(home);
        IngestDoor door = new IngestDoor(local.urls().ingest(), local.writeKey(), System.err::println);
        ReadyMark.of(home, Member.COMPANY).set();
        try (Delivery delivery = new Delivery(door, sent -> {})) {
            new CompanyProcess(home, delivery, file).live();
        }
    }

    private void live() throws InterruptedException {
        Trickle trickle = new Trickle(company, Instant.now());
        while (true) {
            try {
                second(trickle);
            } catch (IOException e) {
                // ingest is away for longer: what is missed now is caught up with later
                System.err.println(e.getMessage());
                Thread.sleep(AWAY);
            }
            Thread.sleep(SECOND);
        }
    }

    private void second(Trickle trickle) throws IOException, InterruptedException {
        Instant now = Instant.now();
        if (Duration.between(file.sentUntil(), now).compareTo(CATCH_UP) >= 0) {
            catchUp(now);
        }
        warn(delivery.send(trickle.at(now)));
    }

    /** What was due to happen since the last time: tickets, invoices, payments, answers, and the usage of the days missed. */
    private void catchUp(Instant now) throws IOException, InterruptedException {
        warn(delivery.send(company.history(file.sentUntil(), now)
                .sorted(Letter.NEWEST_FIRST)
                .toList()));
        file = file.withSentUntil(now);
        file.write(home);
    }

    private static void warn(Receipt receipt) {
        receipt.refusals().forEach(refusal -> System.err.println("refused: " + refusal));
    }
}
