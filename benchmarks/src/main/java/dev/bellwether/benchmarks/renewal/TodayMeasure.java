package dev.bellwether.benchmarks.renewal;

import dev.bellwether.benchmarks.Limit;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.Percentiles;
import dev.bellwether.benchmarks.Spread;
import dev.bellwether.benchmarks.Verdict;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.FlightRecording;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.local.home.Port;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The day's sweep over 100,000 contracts, and then the today list of them, asked for a thousand times. */
public final class TodayMeasure {

    private static final Limit SWEPT = new Limit.AtMost(30, "s");
    private static final Limit ANSWERED = new Limit.AtMost(50, "ms");
    private static final int EVENTS_A_CONTRACT = 30;
    private static final int MOST_CONTRACTS = 100_000;
    /** Each owner needs a full page. */
    private static final int LEAST_CONTRACTS = Question.USUAL * Customer.OWNERS;

    private static final int QUESTIONS = 1_000;
    private static final int NOT_COUNTED = 300;

    /** What one night and the morning after it took. */
    private record Round(double swept, Percentiles answers) {}

    private final Options options;
    private final PrintStream out;
    private final int customers;

    public TodayMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
        this.customers =
                Math.clamp(options.events() / EVENTS_A_CONTRACT, LEAST_CONTRACTS, MOST_CONTRACTS) / Customer.CONTRACTS;
    }

    /**
     * Measures; before the rounds one more is run and thrown away.
     *
     * @throws NotMeasured also when something was not reckoned, not told, or listed where it should not be
     */
    public List<Verdict> run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("renewal-service");
        try (Stage stage = Stage.open(out);
                Connection connection = stage.database();
                HttpClient client = HttpClient.newHttpClient()) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            Night night = new Night(stage, new Committed(connection), today, customers, out);
            Desk desk = new Desk(client, stage.url(Port.RENEWAL), stage.token("max@example.com", "manager"));
            out.printf("  letting %,d contracts of %,d accounts come%n", night.contracts(), customers);
            night.begin();
            List<Round> rounds = rounds(night, desk);
            if (options.profile()) {
                night.seconds(FlightRecording.of("today", out));
                night.end();
            }
            return verdicts(night.contracts(), rounds);
        } catch (SQLException e) {
            throw new NotMeasured("the database cannot be read", e);
        }
    }

    private List<Round> rounds(Night night, Desk desk) throws SQLException, NotMeasured, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number <= options.rounds(); number++) {
            Round round = new Round(night.seconds(Profiler.none()), answers(desk));
            night.end();
            out.printf(
                    "  round %d: swept in %.2f s; today list: p50 %.1f ms, p99 %.1f ms, most %.1f ms%s%n",
                    number,
                    round.swept(),
                    round.answers().p50(),
                    round.answers().p99(),
                    round.answers().greatest(),
                    number == 0 ? " (warm-up, not counted)" : "");
            if (number > 0) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private static Percentiles answers(Desk desk) throws NotMeasured, InterruptedException {
        desk.ask(NOT_COUNTED);
        return Percentiles.ofNanos(desk.ask(QUESTIONS));
    }

    private List<Verdict> verdicts(long contracts, List<Round> rounds) {
        Spread swept = Spread.of(rounds.stream().map(Round::swept).toList());
        Spread answered =
                Spread.of(rounds.stream().map(round -> round.answers().p99()).toList());
        return List.of(
                new Verdict(
                        "sweep",
                        SWEPT,
                        swept,
                        "%,d contracts of %,d accounts".formatted(contracts, customers),
                        List.of()),
                new Verdict("today, p99", ANSWERED, answered, "%,d questions".formatted(QUESTIONS), List.of()));
    }
}
