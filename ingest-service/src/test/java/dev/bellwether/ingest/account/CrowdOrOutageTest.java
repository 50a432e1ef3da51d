package dev.bellwether.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.ingest.Outage;
import dev.bellwether.ingest.publish.Unpublished;
import dev.bellwether.ingest.testing.Said;
import dev.bellwether.ingest.verdict.Reason;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CrowdOrOutageTest {

    private static final StoreUnavailable CROWDED = StoreUnavailable.crowded("parking events");
    private static final StoreUnavailable AWAY = StoreUnavailable.away("parking events", new TimeoutException());
    private static final Unpublished UNPUBLISHED = new Unpublished(new TimeoutException());

    private final Outage outage = new Outage();

    @Test
    void a_crowd_is_said_now_and_then_without_where_each_request_stood() {
        try (Said said = new Said()) {
            for (int i = 0; i < 100; i++) {
                assertThat(outage.excuse(CROWDED).reason()).isEqualTo(Reason.CROWDED);
            }

            assertThat(said.by(Outage.class)).hasSize(1);
            assertThat(CROWDED.getStackTrace()).isEmpty();
        }
    }

    @Test
    void an_outage_is_said_once_until_that_which_was_away_answers_whatever_else_does() {
        try (Said said = new Said()) {
            assertThat(outage.excuse(AWAY).reason()).isEqualTo(Reason.UNAVAILABLE);
            outage.over(Outage.Of.KAFKA);
            outage.excuse(AWAY);
            assertThat(said.by(Outage.class)).hasSize(1);

            outage.over(Outage.Of.DATABASE);
            outage.excuse(AWAY);
            assertThat(said.by(Outage.class)).hasSize(2);
        }
    }

    @Test
    void kafka_and_the_database_may_be_away_each_by_itself() {
        try (Said said = new Said()) {
            outage.excuse(AWAY);
            outage.excuse(UNPUBLISHED);
            outage.over(Outage.Of.DATABASE);
            outage.excuse(UNPUBLISHED);

            assertThat(said.by(Outage.class)).hasSize(2);
        }
    }
}
