package dev.bellwether.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.benchmarks.health.Use;
import dev.bellwether.benchmarks.health.Wire;

/** A use as Segment's libraries send it; one in a hundred is wrong. */
final class Calls {

    /** Every so many is invalid. */
    static final int WRONG = 100;

    private Calls() {}

    static byte[] of(Use use) {
        return new StringBuilder(500)
                .append("{\"type\":\"track\",\"messageId\":\"use-")
                .append(10_000_000 + use.number())
                .append("\",\"timestamp\":\"2026-01-15T12:00:00.000Z\",\"userId\":\"user-")
                .append(use.account())
                .append('-')
                .append(use.user())
                .append(use.number() % WRONG == 0 ? "\",\"occurrence\":\"" : "\",\"event\":\"")
                .append("Report exported\",\"properties\":{\"rows\":")
                .append(100 + use.number() % 900)
                .append(",\"path\":\"/workspaces/main/reports\",\"plan\":\"business\"},\"context\":{\"groupId\":\"")
                .append(Wire.account(use.account()))
                .append(
                        "\",\"library\":{\"name\":\"@segment/analytics-node\",\"version\":\"3.1.0\"}},\"integrations\":{}}")
                .toString()
                .getBytes(UTF_8);
    }
}
