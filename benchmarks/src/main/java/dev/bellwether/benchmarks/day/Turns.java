package dev.bellwether.benchmarks.day;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.ServiceRun;
import dev.bellwether.benchmarks.machine.Profiler;
import dev.bellwether.benchmarks.machine.Stage;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Customers that come to be, and the turn of the day for all of them as often as it is wanted. */
final class Turns {

    private static final String BEGUN = "select count(*) from health.day_turn where day = '%s'";
    private static final String FINISHED = BEGUN + " and finished";
    private static final String PARTITIONS = "select count(distinct partition) from health.consumed_offset";

    private final Stage stage;
    private final Committed committed;
    private final PrintStream out;
    private final LocalDate today;
    private int customers;
    private long events;

    Turns(Stage stage, Committed committed, LocalDate today, PrintStream out) {
        this.stage = stage;
        this.committed = committed;
        this.today = today;
        this.out = out;
    }

    /** Lets further customers come, until there are so many; returns when they have settled. */
    void grow(int wanted) throws SQLException, NotMeasured, InterruptedException {
        try (EventLog log = EventLog.forMany(stage.kafka())) {
            for (; customers < wanted; customers++) {
                for (ProducerRecord<String, byte[]> event : new Customer(customers, today).events()) {
                    log.send(event);
                    events++;
                }
            }
            log.flush();
        }
        try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
            service.awaitClaim();
            service.await("commit all customers", () -> committed.everything().events() >= events);
            service.await("settle all customers", () -> unsettled() == 0 && isOver(FINISHED));
        }
        // what the arrival left behind must not be swept up while the turn is measured
        committed.change("vacuum analyze");
    }

    private long unsettled() throws SQLException {
        return committed.number("select count(*) from health.account where unsettled_since is not null");
    }

    /**
     * Lets the night pass, as the database sees it, and measures the turn.
     *
     * @return seconds from its first committed step until it was finished in all partitions
     */
    double seconds(Profiler profiler) throws SQLException, NotMeasured, InterruptedException {
        committed.change("update health.day_turn set day = day - 1, after_account = '', finished = true");
        committed.change("update health.account set as_of = as_of - 1");
        committed.change("vacuum analyze health.account");
        try (ServiceRun service = ServiceRun.launch(stage, committed, out)) {
            service.await("begin the turn of the day", () -> committed.number(BEGUN.formatted(today)) > 0);
            long begin = System.nanoTime();
            profiler.begin(service.pid());
            service.await("finish the turn of the day", () -> isOver(FINISHED));
            double seconds = (System.nanoTime() - begin) / 1e9;
            profiler.end();
            require();
            return seconds;
        }
    }

    private boolean isOver(String what) throws SQLException {
        return committed.number(what.formatted(today)) == committed.number(PARTITIONS);
    }

    private void require() throws SQLException, NotMeasured {
        Committed.requireEqual("accounts", customers, committed.number("select count(*) from health.account"));
        Committed.requireEqual(
                "accounts as of " + today + " with " + Customer.USERS + " weekly users",
                customers,
                committed.number("select count(*) from health.account where as_of = '%s' and wau = %d"
                        .formatted(today, Customer.USERS)));
    }
}
