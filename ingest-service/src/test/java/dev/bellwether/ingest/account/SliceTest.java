package dev.bellwether.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.ingest.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a sweep through what waits. */
@QuarkusTest
class SliceTest {

    private final Parking parking;
    private final Pool pool;

    SliceTest(Parking parking, Pool pool) {
        this.parking = parking;
        this.pool = pool;
    }

    @AfterEach
    void nobody_else_sees_them() {
        pool.query("delete from parked where starts_with(user_id, 'slice-')")
                .execute()
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void slices_follow_each_other_to_the_end_and_leave_nothing_out() {
        parking.park(IntStream.range(0, 25).mapToObj(SliceTest::waiting).toList());

        List<Parking.Slice> slices = new ArrayList<>();
        for (Parking.Slice next = parking.slice(0, 10); ; next = parking.slice(next.last(), 10)) {
            slices.add(next);
            if (next.reachesEnd()) {
                break;
            }
        }

        assertThat(slices).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).after()).isEqualTo(slices.get(i - 1).last());
        }
        assertThat(slices)
                .allSatisfy(slice -> assertThat(parking.found(slice, 10)).isEmpty());
        Parking.Slice behind = parking.slice(slices.getLast().last(), 10);
        assertThat(behind.reachesEnd()).isTrue();
    }

    private static Waiting waiting(int i) {
        byte[] data = "{}".getBytes(UTF_8);
        return new Waiting(
                Door.SEGMENT,
                List.of("slice-" + i),
                new Envelope("slice-" + i, "/bellwether/ingest/app", "bellwether.usage", "", Instant.EPOCH, data),
                data);
    }
}
