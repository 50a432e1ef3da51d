package dev.bellwether.benchmarks.renewal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.benchmarks.health.Wire;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An account with a profile, a score, four contracts and, one in three, an open flag. Every contract is so near its
 * decision that it is on the today list; half of them have renewed once before.
 *
 * @param number from 0
 */
record Customer(int number, LocalDate today) {

    static final int CONTRACTS = 4;
    static final int OWNERS = 200;

    private static final List<String> BANDS = List.of("red", "yellow", "green");
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP");
    private static final int NOTICE_DAYS = 30;
    private static final int FARTHEST = 119;
    private static final int LONG_AGO = 800;

    /** The e-mail of one who owns accounts. */
    static String owner(int number) {
        return "csm-" + number % OWNERS + "@example.com";
    }

    boolean isFlagged() {
        return number % BANDS.size() == 0;
    }

    /** Its events, as they stand on the log. */
    List<ProducerRecord<String, byte[]>> events() {
        List<ProducerRecord<String, byte[]>> events = new ArrayList<>();
        events.add(event(
                "account-events", "account", "account-1", LONG_AGO, """
                {"name": "Customer %d", "owner": "%s", "segment": "mid-market", "stage": "live", "currency": "%s"}""".formatted(number, owner(number), currency())));
        events.add(event("health-events", "score-changed", "score-1", LONG_AGO, """
                {"account": %s, "previousScore": null, "previousBand": "unknown", "coverage": 0.9}""".formatted(snapshot())));
        if (isFlagged()) {
            events.add(event("health-events", "flag-raised", "flag-1", 3, """
                    {"account": %s, "flag": {"flagId": "%s:LATE_PAYMENT:1", "kind": "LATE_PAYMENT", "severity": "high", \
                    "raisedAt": "%s", "sentence": "An invoice is 31 days past due.", \
                    "evidence": {"figures": {}, "facts": []}}}""".formatted(
                            snapshot(), Wire.account(number), at(3))));
        }
        for (int i = 0; i < CONTRACTS; i++) {
            events.add(contract(i));
        }
        return events;
    }

    private ProducerRecord<String, byte[]> contract(int which) {
        int spread = number * CONTRACTS + which;
        LocalDate endsOn = today.plusDays(1 + spread % FARTHEST + NOTICE_DAYS);
        boolean renewedBefore = which % 2 == 0;
        LocalDate firstEnd = renewedBefore ? endsOn.minusYears(1) : endsOn;
        return event("account-events", "contract", "contract-" + which, LONG_AGO, """
                {"contractId": "c-%d-%d", "kind": "subscription", "status": "active", "startsOn": "%s", "endsOn": "%s", \
                "noticeDays": %d, "autoRenew": true, "currency": "%s", \
                "lines": [{"product": "team", "annualAmount": %d}]}""".formatted(
                        number,
                        which,
                        firstEnd.minusYears(1).plusDays(1),
                        firstEnd,
                        NOTICE_DAYS,
                        currency(),
                        100_000 + 137L * (spread % 9_973)));
    }

    private ProducerRecord<String, byte[]> event(String topic, String type, String id, int daysAgo, String data) {
        String account = Wire.account(number);
        // ids of events are unique beyond their account
        Wire.Head head = new Wire.Head("bellwether." + type, account, account + "-" + id, at(daysAgo));
        return Wire.record(topic, head, data.getBytes(UTF_8));
    }

    private String snapshot() {
        String band = BANDS.get(number % BANDS.size());
        return """
            {"name": "Customer %d", "owner": "%s", "score": %d, "band": "%s"}""".formatted(number, owner(number), 20 + number % 3 * 30, band);
    }

    private String currency() {
        return CURRENCIES.get(number % CURRENCIES.size());
    }

    private Instant at(int daysAgo) {
        return today.minusDays(daysAgo).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }
}
