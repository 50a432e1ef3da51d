package dev.bellwether.benchmarks.streams;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.Committed;
import dev.bellwether.benchmarks.health.Expectation;
import dev.bellwether.benchmarks.machine.FreshJvm;
import dev.bellwether.benchmarks.machine.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Runs the job, cold as the health service, over all usage that is on the log, and checks what it announced. */
record StreamsRun(Stage stage, int events, Expectation expected, LocalDate today) {

    /** In MB: several times what the service has, as the job keeps the ids of two days and 10,000 records a partition. */
    private static final int HEAP = 4 * 1024;

    /** Events a second; the figures of all accounts have been checked. */
    double run(Store store, int round) throws NotMeasured, InterruptedException {
        String name = "streams-" + store.title() + "-" + round;
        String folder = stage.folder(name).toString();
        try (Announcements announcements = Announcements.on(stage.kafka(), name)) {
            String last = FreshJvm.run(
                    StreamsJob.class.getName(),
                    HEAP,
                    List.of(stage.kafka(), name, store.name(), folder, String.valueOf(events), String.valueOf(today)));
            require(announcements.last());
            return events * 1e9 / Long.parseLong(last);
        } catch (NumberFormatException e) {
            throw new NotMeasured("the job with Kafka Streams said no number", e);
        }
    }

    private void require(Map<String, Announcements.Figures> announced) throws NotMeasured {
        Committed.requireEqual("accounts of Kafka Streams", expected.uses().size(), announced.size());
        Map<String, Long> wau = expected.wau();
        for (Map.Entry<String, Long> uses : expected.uses().entrySet()) {
            String account = uses.getKey();
            Announcements.Figures found = announced.get(account);
            if (found == null) {
                throw new NotMeasured("wrong result: Kafka Streams announced nothing of " + account);
            }
            Committed.requireEqual("uses of " + account + " by Kafka Streams", uses.getValue(), found.uses());
            Committed.requireEqual(
                    "WAU of " + account + " by Kafka Streams", wau.getOrDefault(account, 0L), found.wau());
        }
        Committed.requireEqual(
                "user days by Kafka Streams",
                expected.userDays(),
                announced.values().stream()
                        .mapToLong(Announcements.Figures::userDays)
                        .sum());
    }
}
