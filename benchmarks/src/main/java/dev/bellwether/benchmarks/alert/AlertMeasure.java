package dev.bellwether.benchmarks.alert;

import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Percentiles;
import dev.bellwether.benchmarks.Spread;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.process.Member;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An invoice becomes overdue, again and again, while 2,000 events a second flow: from the request that says so until the
 * message has reached the stand-ins for Slack and for a mail server. All services run as processes of their own.
 */
public final class AlertMeasure {

    private static final Limit HALF = new Limit.AtMost(0.5, "s");
    private static final Limit NEARLY_ALL = new Limit.AtMost(2, "s");
    private static final int FLAGS_A_ROUND = 40;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GLANCE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The flags of a new account wait until its past is loaded, 5 seconds; these have been customers for a while. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** How soon is measured, not what people are spared: nothing is held back. */
    private static final Map<String, String> NOTHING_HELD_BACK = Map.of(
            "bellwether.alert.rhythm.most-at-once", "1000000", "bellwether.alert.rhythm.weekly-budget", "1000000");

    private final Options options;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();
    private int number;

    public AlertMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures; the first round is thrown away. */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        for (String service : List.of("ingest-service", "health-service", "alert-service")) {
            Checkout.requirePackaged(service);
        }
        try (Stage stage = Stage.open(out)) {
            stage.configure(Member.ALERT, NOTHING_HELD_BACK);
            for (Member member : List.of(Member.STAND_INS, Member.HEALTH, Member.ALERT, Member.INGEST)) {
                stage.start(member);
            }
            Door door = new Door(client, stage.url(Port.INGEST), stage.writeKey());
            Arrivals slack = new Arrivals(client, stage.url(Port.SLACK_STAND_IN));
            Arrivals mail = new Arrivals(client, stage.url(Port.MAIL_STAND_IN));
            introduce(door);
            try (Usage usage = Usage.start(door)) {
                List<Percentiles> rounds = rounds(door, slack, mail);
                String behind =
                        "%d flags a round, while %,.0f events a second flowed".formatted(FLAGS_A_ROUND, usage.rate());
                return List.of(
                        verdict(
                                "alert p50",
                                HALF,
                                rounds.stream().map(Percentiles::p50).toList(),
                                behind),
                        verdict(
                                "alert p99",
                                NEARLY_ALL,
                                rounds.stream().map(Percentiles::p99).toList(),
                                behind));
            }
        }
    }

    /** Everybody has one account: who has many is told of many at once in one message. */
    private void introduce(Door door) throws NotMeasured, InterruptedException {
        String now = now(Instant.now());
        for (int round = 0; round <= options.rounds(); round++) {
            List<String> described = new ArrayList<>();
            for (int i = 0; i < FLAGS_A_ROUND; i++) {
                String account = account(round * FLAGS_A_ROUND + i);
                String data = "{\"name\":\"%s\",\"owner\":\"%s@example.com\"}".formatted(account, account);
                described.add(Door.event("account", account + "-described", account, now, data));
            }
            door.send(described);
        }
        TimeUnit.NANOSECONDS.sleep(SETTLED.toNanos());
    }

    private static String account(int number) {
        return "late-%06d".formatted(number);
    }

    private static String now(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static Verdict verdict(String title, Limit limit, List<Double> millis, String behind) {
        return new Verdict(
                title, limit, Spread.of(millis.stream().map(one -> one / 1_000).toList()), behind, List.of());
    }

    private List<Percentiles> rounds(Door door, Arrivals slack, Arrivals mail)
            throws NotMeasured, InterruptedException {
        List<Percentiles> rounds = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            List<Long> toSlack = new ArrayList<>();
            List<Long> toMail = new ArrayList<>();
            for (int i = 0; i < FLAGS_A_ROUND; i++) {
                String account = account(number++);
                Instant begin = Instant.now();
                door.send(List.of(overdue(account, begin)));
                toSlack.add(Duration.between(begin, awaited(slack, account)).toNanos());
                toMail.add(Duration.between(begin, awaited(mail, account)).toNanos());
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            }
            out.printf(
                    "  %s: Slack %s; mail %s%n",
                    round == 0 ? "warming up" : "round " + round,
                    Percentiles.ofNanos(toSlack),
                    Percentiles.ofNanos(toMail));
            if (round > 0) {
                toSlack.addAll(toMail);
                rounds.add(Percentiles.ofNanos(toSlack));
            }
        }
        return rounds;
    }

    private static String overdue(String account, Instant now) {
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(10);
        String invoice = """
                {"invoiceId":"%s","amount":120000,"currency":"EUR","issuedOn":"%s","dueOn":"%s","status":"open"}""".formatted(account, due.minusDays(30), due);
        return Door.event("invoice", account + "-open", account, now(now), invoice);
    }

    private static Instant awaited(Arrivals arrivals, String account) throws NotMeasured, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var arrived = arrivals.of(account);
            if (arrived.isPresent()) {
                return arrived.get();
            }
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
        throw new NotMeasured("nobody was told of " + account + " within " + PATIENCE.toSeconds() + " s");
    }
}
