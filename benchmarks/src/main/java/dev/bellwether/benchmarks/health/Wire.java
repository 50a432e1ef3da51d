package dev.bellwether.benchmarks.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How a use looks on the log: a CloudEvent in binary mode, with as much beside the facts as products send. */
public final class Wire {

    /** The topic of usage. */
    public static final String TOPIC = "usage-events";

    private static final List<String> FEATURES = List.of(
            "report-exported", "dashboard-viewed", "document-uploaded", "task-completed", "search-run", "invite-sent");
    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] SOURCE = "/benchmarks".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private Wire() {}

    /** The id of an account. */
    public static String account(int number) {
        return "account-" + (10_000 + number);
    }

    /** A use as a record. */
    public static ProducerRecord<String, byte[]> record(Use use) {
        String id = "use-" + (10_000_000 + use.number());
        return record(TOPIC, new Head("bellwether.usage", account(use.account()), id, use.at()), value(use));
    }

    /** What a CloudEvent says beside its data. */
    public record Head(String type, String account, String id, Instant at) {}

    /** A CloudEvent as a record. */
    public static ProducerRecord<String, byte[]> record(String topic, Head head, byte[] data) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", VERSION);
        headers.add("ce_id", head.id().getBytes(UTF_8));
        headers.add("ce_source", SOURCE);
        headers.add("ce_type", head.type().getBytes(UTF_8));
        headers.add("ce_subject", head.account().getBytes(UTF_8));
        headers.add("ce_time", head.at().toString().getBytes(UTF_8));
        headers.add("content-type", JSON);
        return new ProducerRecord<>(topic, null, head.account(), data, headers);
    }

    static byte[] value(Use use) {
        return new StringBuilder(400)
                .append("{\"userId\":\"user-")
                .append(10_000 + use.account())
                .append('-')
                .append(1_000 + use.user())
                .append("\",\"feature\":\"")
                .append(FEATURES.get(use.feature()))
                .append("\",\"quantity\":1,\"session\":\"")
                .append(Integer.toHexString(use.number() * 0x9E3779B9))
                .append("\",\"path\":\"/workspaces/main/reports/quarterly/2026\",\"durationMs\":")
                .append(100 + use.number() % 900)
                .append(",\"device\":{\"os\":\"Linux\",\"browser\":\"Firefox 140\",\"screen\":\"1920x1080\"},")
                .append("\"plan\":\"business\",\"locale\":\"de-DE\",\"experiment\":[\"new-menu\",\"fast-search\"],")
                .append("\"referrer\":\"/home\",\"beta\":false}")
                .toString()
                .getBytes(UTF_8);
    }
}
