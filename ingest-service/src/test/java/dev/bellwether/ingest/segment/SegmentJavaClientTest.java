package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.TrackMessage;
import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Topic;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Segment's own library for Java as it is, only its address and write key set. */
@QuarkusTest
class SegmentJavaClientTest {

    @Test
    void what_it_sends_arrives_at_its_own_times() {
        Instant then = Instant.parse("2025-05-06T07:08:09.123Z");
        Analytics analytics = Analytics.builder(WEB_KEY)
                .setUploadURL(Address.of("/v1/import/").toString())
                .build();
        analytics.enqueue(GroupMessage.builder("java-account")
                .userId("java-user")
                .messageId("java-group")
                .traits(Map.of("name", "Java & Co", "seats", 12, "owner", "csm@x.io")));
        analytics.enqueue(IdentifyMessage.builder()
                .userId("java-user")
                .messageId("java-identify")
                .traits(Map.of("email", "j@x.io", "champion", true)));
        analytics.enqueue(TrackMessage.builder("Compiled")
                .userId("java-user")
                .messageId("java-track")
                .timestamp(Date.from(then))
                .properties(Map.of("count", 2)));
        analytics.flush();

        AccountDescribed account = (AccountDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "java-group");
        UserDescribed user = (UserDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "java-identify");
        UsageRecorded usage = (UsageRecorded) Log.fact(Topic.USAGE_EVENTS, "java-track");
        analytics.shutdown();
        assertThat(account.accountId()).isEqualTo("java-account");
        assertThat(account.seats()).isEqualTo(12);
        assertThat(user.accountId()).isEqualTo("java-account");
        assertThat(user.champion()).isTrue();
        assertThat(usage.accountId()).isEqualTo("java-account");
        assertThat(usage.occurredAt()).isEqualTo(then);
        assertThat(usage.quantity()).isEqualByComparingTo("2");
    }
}
