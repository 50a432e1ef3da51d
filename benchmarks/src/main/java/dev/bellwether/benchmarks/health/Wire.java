package dev.bellwether.benchmarks.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** How a use looks on the log: a CloudEvent in binary mode, with as much beside the facts as products send. */
final class Wire {

    static final String TOPIC = "usage-events";

    private static final List<String> FEATURES = List.of(
            "report-exported", "dashboard-viewed", "document-uploaded", "task-completed", "search-run", "invite-sent");
    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] TYPE = "bellwether.usage".getBytes(UTF_8);
    private static final byte[] SOURCE = "/benchmarks".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);

    private Wire() {}

    static String account(int number) {
        return "account-" + (10_000 + number);
    }

    static ProducerRecord<String, byte[]> record(Use use) {
        String account = account(use.account());
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_specversion", VERSION);
        headers.add("ce_id", ("use-" + (10_000_000 + use.number())).getBytes(UTF_8));
        headers.add("ce_source", SOURCE);
        headers.add("ce_type", TYPE);
        headers.add("ce_subject", account.getBytes(UTF_8));
        headers.add("ce_time", use.at().toString().getBytes(UTF_8));
        headers.add("content-type", JSON);
        return new ProducerRecord<>(TOPIC, null, account, value(use), headers);
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
