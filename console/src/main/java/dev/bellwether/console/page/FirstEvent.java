package dev.bellwether.console.page;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How to send the first event of a kind.
 *
 * @param command a line for a terminal
 */
public record FirstEvent(String command) {

    private static final int DAYS_TO_THE_END = 90;

    /** A use of the product: a command that works as it stands, once the write key is filled in. */
    public static FirstEvent usage(URI ingest, Instant now) {
        return of(ingest, "usage", now, """
                {"userId": "ada", "feature": "report-created"}""");
    }

    /** The same of a contract that ends in three months. */
    public static FirstEvent contract(URI ingest, Instant now) {
        LocalDate endsOn = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(DAYS_TO_THE_END);
        return of(ingest, "contract", now, """
                {"contractId": "acme-1", "kind": "subscription", "status": "active",
                                "startsOn": "%s", "endsOn": "%s", "noticeDays": 30, "autoRenew": true,
                                "currency": "EUR", "lines": [{"product": "team", "annualAmount": 1200000}]}""".formatted(endsOn.minusYears(1).plusDays(1), endsOn));
    }

    private static FirstEvent of(URI ingest, String type, Instant now, String data) {
        String base = ingest.toString().replaceAll("/$", "");
        return new FirstEvent("""
                curl %s/v1/events \\
                  -H 'Authorization: Bearer WRITE_KEY' \\
                  -H 'Content-Type: application/cloudevents+json' \\
                  -d '{"specversion": "1.0", "type": "bellwether.%s", "id": "first-%s",
                       "source": "my-product", "subject": "acme", "time": "%s",
                       "data": %s}'""".formatted(base, type, type, now.truncatedTo(ChronoUnit.SECONDS), data));
    }
}
