package dev.bellwether.benchmarks.ingest;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.benchmarks.health.EventLog;
import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Wire;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The baseline: the same events as records like the door's, a CloudEvent's headers around the bytes of the call, keyed by
 * account and acknowledged by all, with nothing looked at.
 */
record BareProducer(String kafka, List<Use> uses, List<byte[]> calls) {

    /** A topic of usage-like size that nobody reads. */
    private static final String TOPIC = "support-events";

    BareProducer {
        uses = List.copyOf(uses);
        calls = List.copyOf(calls);
    }

    /** Events a second. */
    double run(int events) throws NotMeasured {
        try (EventLog log = EventLog.forFew(kafka)) {
            long begin = System.nanoTime();
            for (int i = 0; i < events; i++) {
                log.send(record(i % calls.size()));
            }
            log.flush();
            return events * 1e9 / (System.nanoTime() - begin);
        }
    }

    private ProducerRecord<String, byte[]> record(int at) {
        Use use = uses.get(at);
        String id = "use-" + (10_000_000 + use.number());
        var head = new Wire.Head("bellwether.usage", Wire.account(use.account()), id, use.at());
        return Wire.record(TOPIC, head, calls.get(at));
    }
}
