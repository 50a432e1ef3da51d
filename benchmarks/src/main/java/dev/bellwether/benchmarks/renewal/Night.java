package dev.bellwether.benchmarks.renewal;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import dev.bellwether.benchmarks.machine.Vigil;
import dev.bellwether.local.process.Member;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Customers with their contracts, and the turn of the day for all of them as often as it is wanted. */
final class Night {

    private static final String LISTED = "select count(*) from renewal.contract where rank is not null";
    private static final String DUE_TODAY = " where days = decision_on - current_date";
    private static final String TOLD_TODAY = "select count(*) from renewal.milestone" + DUE_TODAY;
    private static final String LEFT = "select (select count(*) from renewal.account where look_at <= now())"
            + " + (select count(*) from renewal.contract where reckon_at <= now())"
            + " + (select 1 - count(*) from renewal.forecast_day where taken_on = current_date)";

    private static final Duration NEWS = Duration.ofSeconds(20);

    private final Stage stage;
    private final Committed committed;
    private final Vigil vigil;
    private final LocalDate today;
    private final int customers;
    private final PrintStream out;

    Night(Stage stage, Committed committed, LocalDate today, int customers, PrintStream out) {
        this.out = out;
        this.stage = stage;
        this.committed = committed;
        this.vigil = new Vigil(stage, Member.RENEWAL);
        this.today = today;
        this.customers = customers;
    }

    long contracts() {
        return (long) customers * Customer.CONTRACTS;
    }

    /** Lets the customers come; returns when the service is up to date with all of them, and stopped. */
    void begin() throws SQLException, NotMeasured, InterruptedException {
        long flagged = 0;
        try (EventLog log = EventLog.forMany(stage.kafka())) {
            for (int number = 0; number < customers; number++) {
                Customer customer = new Customer(number, today);
                flagged += customer.isFlagged() ? 1 : 0;
                for (ProducerRecord<String, byte[]> event : customer.events()) {
                    log.send(event);
                }
            }
            log.flush();
        }
        stage.start(Member.RENEWAL);
        awaitCount("take in the owner of each account", "account where owner is not null", customers);
        awaitCount("take in the score of each account", "account where score is not null", customers);
        awaitCount("take in all flags", "flag", flagged);
        awaitCount("list all contracts", "contract where rank is not null", contracts());
        vigil.await("look at all customers", () -> committed.number(LEFT) == 0);
        stage.stop(Member.RENEWAL);
        committed.change("vacuum analyze");
    }

    /** As long as it gets any further it is not given up. */
    private void awaitCount(String what, String rows, long expected)
            throws SQLException, NotMeasured, InterruptedException {
        String count = "select count(*) from renewal." + rows;
        long told = 0;
        for (long known = committed.number(count); known != expected; known = committed.number(count)) {
            if (System.nanoTime() - told > NEWS.toNanos()) {
                out.printf("    … waiting for the service to %s: %,d of %,d%n", what, known, expected);
                told = System.nanoTime();
            }
            long before = known;
            vigil.await(what, () -> committed.number(count) != before);
        }
    }

    /**
     * Lets the night pass, as the database sees it: all that is listed is to be reckoned, the milestones of this day are
     * untold, and nothing is foretold yet. The service is left running.
     *
     * @return what the sweep did, in seconds by the service's own clock
     */
    double seconds(Profiler profiler) throws SQLException, NotMeasured, InterruptedException {
        long milestones = committed.number(TOLD_TODAY);
        committed.change("update renewal.account set look_at = now()"
                + " where account_id in (select account_id from renewal.milestone" + DUE_TODAY + ")");
        committed.change("delete from renewal.milestone" + DUE_TODAY);
        committed.change("delete from renewal.prediction p using renewal.contract c where c.account_id = p.account_id"
                + " and c.contract_id = p.contract_id and p.days = c.decision_on - current_date");
        committed.change("delete from renewal.forecast_snapshot");
        committed.change("delete from renewal.forecast_day");
        committed.change("update renewal.contract set reckoned_on = reckoned_on - 1, reckon_at = now()");
        committed.change("vacuum analyze");
        stage.launch(Member.RENEWAL);
        profiler.begin(stage.pid(Member.RENEWAL));
        vigil.await("sweep", () -> committed.number(LEFT) == 0);
        double seconds = new Sweeps(stage).seconds(vigil);
        profiler.end();
        Committed.requireEqual("contracts on the today list", contracts(), committed.number(LISTED));
        Committed.requireEqual("milestones told", milestones, committed.number(TOLD_TODAY));
        return seconds;
    }

    void end() throws NotMeasured {
        stage.stop(Member.RENEWAL);
    }
}
