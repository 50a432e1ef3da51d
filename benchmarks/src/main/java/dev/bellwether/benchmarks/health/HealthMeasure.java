package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.Comparison;
import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.Options;
import dev.bellwether.benchmarks.machine.Checkout;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A month of usage already on the log, until all of it is committed; in turns with a consumer that only reads it. */
public final class HealthMeasure {

    private final Options options;
    private final PrintStream out;

    public HealthMeasure(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures. The rounds go baseline, ours, baseline, ours …; the first of each is thrown away.
     *
     * @throws NotMeasured also when the service came to a wrong figure
     */
    public Comparison run() throws NotMeasured, InterruptedException {
        Checkout.requirePackaged("health-service");
        Workload workload = new Workload(options.events(), LocalDate.now(ZoneOffset.UTC));
        Expectation expected = Expectation.of(workload);
        try (Stage stage = Stage.open()) {
            out.printf("  PostgreSQL %s, fsync on%n", postgres(stage));
            long bytes = UsageLog.load(workload, stage.kafka());
            out.printf(
                    "  %,d events of %d bytes, %,d accounts, %,d users, %.1f %% show a user for the first time that day%n",
                    workload.events(),
                    bytes,
                    Workload.ACCOUNTS,
                    Workload.ACCOUNTS * workload.usersPerAccount(),
                    100.0 * expected.userDays() / workload.events());
            return rounds(new Baseline(stage.kafka(), workload), new Service(stage, workload, expected));
        }
    }

    private Comparison rounds(Baseline baseline, Service service) throws NotMeasured, InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round <= options.rounds(); round++) {
            double read = baseline.run();
            Service.Run run = service.run();
            out.printf(
                    "  round %d: bare consumer %,.0f a second, health service %,.0f, figures right, started in %,d ms%s%n",
                    round,
                    read,
                    run.eventsPerSecond(),
                    run.start().toMillis(),
                    round == 0 ? " (warm-up, not counted)" : "");
            if (round > 0) {
                bare.add(read);
                ours.add(run.eventsPerSecond());
            }
        }
        return Comparison.of(ours, bare);
    }

    private static String postgres(Stage stage) throws NotMeasured {
        try (Connection connection = stage.database()) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new NotMeasured("the database does not answer", e);
        }
    }
}
