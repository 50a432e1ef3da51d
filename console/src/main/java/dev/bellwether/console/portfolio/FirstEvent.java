package dev.bellwether.console.portfolio;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How to send the first event.
 *
 * @param command a line for a terminal
 */
record FirstEvent(String command) {

    /** A command that works as it stands, once the write key is filled in. */
    static FirstEvent to(URI ingest, Instant now) {
        String base = ingest.toString().replaceAll("/$", "");
        return new FirstEvent("""
                curl %s/v1/events \\
                  -H 'Authorization: Bearer WRITE_KEY' \\
                  -H 'Content-Type: application/cloudevents+json' \\
                  -d '{"specversion": "1.0", "type": "bellwether.usage", "id": "first-event",
                       "source": "my-product", "subject": "acme", "time": "%s",
                       "data": {"userId": "ada", "feature": "report-created"}}'""".formatted(base, now.truncatedTo(ChronoUnit.SECONDS)));
    }
}
