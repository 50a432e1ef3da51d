package dev.bellwether.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.ingest.Door;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

        Set<String> seen = new TreeSet<>();
        for (Parking.Slice slice : slices) {
            List<String> users = users(slice);
            assertThat(users).hasSizeLessThanOrEqualTo(10).noneMatch(seen::contains);
            seen.addAll(users);
        }
        assertThat(seen)
                .containsAll(IntStream.range(0, 25).mapToObj(i -> "slice-" + i).toList());
        assertThat(parking.slice(slices.getLast().last(), 10).reachesEnd()).isTrue();
    }

    private List<String> users(Parking.Slice slice) {
        List<String> users = new ArrayList<>();
        pool.preparedQuery("select user_id from parked where sequence > $1 and sequence <= $2")
                .execute(Tuple.of(slice.after(), slice.last()))
                .await()
                .atMost(Duration.ofSeconds(10))
                .forEach(row -> users.add(row.getString(0)));
        return users;
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
