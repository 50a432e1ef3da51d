package dev.bellwether.ingest.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A file of usage, of which every hundredth row has a quantity that is none. */
record UsageFile(String prefix, int rows) {

    private static final int ACCOUNTS = 50;
    private static final Instant BEGIN = Instant.parse("2025-11-01T00:00:00Z");

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows * 90);
        bytes.writeBytes("id,Account Id,userId,feature,quantity,occurred_at\r\n".getBytes(UTF_8));
        for (int i = 0; i < rows; i++) {
            bytes.writeBytes(row(i).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    int refused() {
        return rows / 100;
    }

    int published() {
        return rows - refused();
    }

    /** Of each account the ids of its good rows, in their order, as {@code account}. */
    List<String> ids(int account) {
        List<String> ids = new ArrayList<>();
        for (int i = account; i < rows; i += ACCOUNTS) {
            if (isGood(i)) {
                ids.add(id(i));
            }
        }
        return ids;
    }

    String account(int number) {
        return prefix + "-account-" + number;
    }

    int accounts() {
        return ACCOUNTS;
    }

    private String row(int i) {
        return id(i) + "," + account(i % ACCOUNTS) + ",user-" + i % 997 + ",\"export, \"\"big\"\"\","
                + (isGood(i) ? "1" : "many") + "," + BEGIN.plusSeconds(i) + "\r\n";
    }

    private String id(int i) {
        return prefix + "-" + i;
    }

    private static boolean isGood(int i) {
        return i % 100 != 99;
    }
}
