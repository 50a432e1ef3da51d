package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.AlertSettings;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.store.Transactions;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.alert.testing.TestClock;
import dev.bellwether.alert.testing.TestSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that carries the messages of a channel, on the real queue. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class CourierTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String STATE =
            "select status, leased_until is null, may_have_arrived, unanswered, attempts from delivery where address = ?";

    private static final String GIVEN_UP_BY_MAIL = """
            insert into delivery (message_key, alert_id, thread_id, account_id, matter, matters, channel, revision, address,
                                  recipient, because, content, event_id, lane, status, attempts, created_at, due_at, queued_at)
            select message_key, alert_id, thread_id, account_id, matter, matters, 'email', revision, address,
                   recipient, because, content, event_id, lane, 'failed', 1, created_at, due_at, queued_at
            from delivery where address = ?
            """;

    private final String room = "room-" + UUID.randomUUID();
    private final ConcurrentLinkedQueue<Message> sent = new ConcurrentLinkedQueue<>();

    private Outcome answer = new Outcome.Sent();
    private boolean unwritable;
    private String whileItIsSent = "";

    @Inject
    Letters letters;

    @Inject
    Transactions transactions;

    @Inject
    Aftermath aftermath;

    @Inject
    AlertMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @BeforeEach
    void nobodyElsesMessagesWait() {
        database.run("update delivery set status = 'cancelled' where channel = 'teams' and status = 'due'");
    }

    @Test
    void what_is_no_longer_ours_for_long_enough_is_not_sent_but_left_as_if_it_had_not_been_fetched() throws Exception {
        letters.write(room);

        round(TIMEOUT.minusMillis(1));

        assertThat(sent).isEmpty();
        assertThat(database.rows(STATE, room)).containsExactly(List.of("due", "t", "f", "0", "1"));
    }

    @Test
    void what_is_ours_is_sent() throws Exception {
        letters.write(room);

        round(TIMEOUT.plusSeconds(30));

        assertThat(sent).hasSize(1);
        assertThat(database.rows(STATE, room)).containsExactly(List.of("sent", "t", "t", "0", "1"));
    }

    @Test
    void whom_the_other_side_does_not_know_is_told_by_mail_once_unless_no_mails_are_wanted() throws Exception {
        String other = "other-" + room;
        database.run("insert into mail_opt_out (email, at) values ('" + other + "', now())");
        answer = new Outcome.Stranger("users_not_found");
        letters.write(room);
        round(Duration.ofMinutes(2));
        letters.write(other);
        round(Duration.ofMinutes(2));

        String told = "select channel, status, last_error from delivery where address = ? and channel = 'teams'";
        assertThat(database.rows(told, room))
                .containsExactly(List.of("teams", "cancelled", "users_not_found; told by mail in its place"));
        assertThat(database.rows("select because from delivery where address = ? and channel = 'email'", room))
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).endsWith("(Teams does not know you)"));
        assertThat(database.rows(told, other)).containsExactly(List.of("teams", "failed", "users_not_found"));
        assertThat(database.rows("select 1 from delivery where address = ? and channel = 'email'", other))
                .isEmpty();
    }

    @Test
    void whoever_looks_after_what_reaches_nobody_else_is_told_by_mail_whoever_unsubscribed_there() throws Exception {
        String named = settings(TIMEOUT).fallbackRecipient();
        database.run("insert into mail_opt_out (email, at) values (lower(?), now()) on conflict do nothing", named);
        answer = new Outcome.Stranger("users_not_found");
        letters.write(named);
        try {
            round(Duration.ofMinutes(2));
        } finally {
            database.run("delete from mail_opt_out where email = lower(?)", named);
        }

        assertThat(database.rows(
                        "select status from delivery where address = ? and channel = 'teams' order by id desc limit 1",
                        named))
                .containsExactly(List.of("cancelled"));
    }

    @Test
    void what_was_not_told_by_mail_either_is_not_told_in_its_place() throws Exception {
        letters.write(room);
        database.run(GIVEN_UP_BY_MAIL, room);
        answer = new Outcome.Stranger("users_not_found");

        round(Duration.ofMinutes(2));

        assertThat(database.rows("select status from delivery where address = ? and channel = 'teams'", room))
                .containsExactly(List.of("failed"));
    }

    @Test
    void what_is_recorded_already_is_not_recorded_again() {
        letters.write(room);
        Queue queue = queue(Duration.ofMinutes(2));
        Due due = claimed(queue);
        var lost = new Outcome.Unanswered("no answer in time");
        var again = new Backoff.Next.Again(clock.instant().plus(Duration.ofHours(1)), "no answer in time");

        assertThat(queue.settle(due, lost, again).await().atMost(PATIENCE)).isTrue();
        assertThat(queue.settle(due, lost, again).await().atMost(PATIENCE)).isFalse();

        assertThat(database.rows(STATE, room)).containsExactly(List.of("due", "t", "t", "1", "1"));
    }

    @Test
    void what_another_process_has_by_now_is_not_ours() {
        letters.write(room);
        Queue queue = queue(Duration.ofMinutes(2));
        Due ours = claimed(queue);
        assertThat(isOurs(queue, ours, TIMEOUT)).isTrue();
        assertThat(isOurs(queue, ours, Duration.ofMinutes(3))).isFalse();

        database.run("update delivery set leased_until = now() - interval '1 second' where address = ?", room);
        assertThat(isOurs(queue, ours, Duration.ZERO)).isFalse();
        claimed(queue);

        assertThat(isOurs(queue, ours, TIMEOUT)).isFalse();
    }

    @Test
    void what_cannot_even_be_written_is_tried_again_and_has_not_arrived() throws Exception {
        letters.write(room);
        unwritable = true;

        round(Duration.ofMinutes(2));

        assertThat(database.rows(STATE, room)).containsExactly(List.of("due", "t", "f", "0", "1"));
    }

    @Test
    void a_place_that_takes_nothing_is_left_alone_by_all_as_long_as_it_says_but_not_longer_than_messages_are_tried()
            throws Exception {
        letters.write(room);
        answer = new Outcome.Throttled("HTTP 429", Duration.ofDays(7));

        round(Duration.ofMinutes(2));

        String hours = "select extract(epoch from paused_until - now()) / 3600 from turn where place = ?";
        assertThat(database.number(hours, room)).isBetween(23L, 24L);
        assertThat(database.rows(STATE, room)).containsExactly(List.of("due", "t", "f", "0", "1"));
    }

    @Test
    void a_message_of_which_whatever_sends_it_dies_is_given_up_in_sight_of_operations() {
        letters.write(room);
        Queue queue = queue(Duration.ofMinutes(2));
        for (int deaths = 0; deaths < 5; deaths++) {
            claimed(queue);
            database.run("update delivery set leased_until = now() - interval '1 second' where address = ?", room);
        }

        assertThat(claim(queue)).isEmpty();

        assertThat(database.rows("select status, may_have_arrived, last_error from delivery where address = ?", room))
                .containsExactly(List.of("failed", "t", "nobody said what became of 5 attempts; it may have arrived"));
    }

    @Test
    void what_is_not_recorded_since_another_process_has_it_is_not_counted() throws Exception {
        letters.write(room);
        double before = counted("sent");
        whileItIsSent = "update delivery set attempts = attempts + 1 where address = ?";
        round(Duration.ofMinutes(2));
        assertThat(sent).hasSize(1);
        assertThat(counted("sent")).isEqualTo(before);

        whileItIsSent = "";
        database.run("update delivery set leased_until = null where address = ?", room);
        round(Duration.ofMinutes(2));
        assertThat(counted("sent")).isEqualTo(before + 1);
    }

    private double counted(String outcome) {
        Counter counter = meters.find("bellwether.alert.deliveries")
                .tag("channel", Letters.CHANNEL.label())
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void what_waits_for_a_channel_that_is_off_is_given_up_like_what_waits_for_any_other() {
        letters.write(room);
        letters.write(room + "-soon");
        database.run("update delivery set queued_at = now() - interval '25 hours' where address = ?", room);

        queue(Duration.ofMinutes(2))
                .giveUpAllBut(Set.of(Channel.SLACK, Channel.TEAMS))
                .await()
                .atMost(PATIENCE);
        String states = "select status, coalesce(last_error, '') from delivery where address like ? || '%' order by id";
        assertThat(database.rows(states, room)).containsExactly(List.of("due", ""), List.of("due", ""));

        queue(Duration.ofMinutes(2)).giveUpAllBut(Set.of(Channel.SLACK)).await().atMost(PATIENCE);
        assertThat(database.rows(states, room))
                .containsExactly(List.of("failed", "the channel is off"), List.of("due", ""));
    }

    @Test
    void a_clock_that_is_set_back_keeps_no_message_waiting_until_it_has_caught_up() {
        letters.write(room);
        letters.write(room + "-soon");
        database.run("update delivery set due_at = now() + interval '731 minutes' where address = ?", room);
        database.run("update delivery set due_at = now() + interval '725 minutes' where address = ?", room + "-soon");

        queue(Duration.ofMinutes(2)).bringForward().await().atMost(PATIENCE);

        String due = "select count(*) from delivery where address like ? || '%' and due_at <= now()";
        assertThat(database.number(due, room)).isEqualTo(1);
    }

    private void round(Duration lease) throws InterruptedException {
        CountDownLatch back = new CountDownLatch(1);
        Courier courier = new Courier(notifier(), queue(lease), aftermath, settings(lease));
        int found = courier.round(back::countDown).await().atMost(PATIENCE);
        assertThat(found).isEqualTo(1);
        assertThat(back.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    private static Due claimed(Queue queue) {
        return claim(queue).getFirst();
    }

    private static List<Due> claim(Queue queue) {
        var places = new Places(new Circuit.Limits(5, Duration.ofSeconds(30)), true, Duration.ZERO, 1);
        return queue.claim(Letters.CHANNEL, 1, places, Set.of()).await().atMost(PATIENCE);
    }

    private static boolean isOurs(Queue queue, Due due, Duration forSoLong) {
        return queue.isOurs(due, forSoLong).await().atMost(PATIENCE);
    }

    private Queue queue(Duration lease) {
        return new Queue(transactions, settings(lease), metrics, clock);
    }

    private static AlertSettings settings(Duration lease) {
        return TestSettings.of(Map.of("worker.lease", lease.toMillis() + "ms"));
    }

    private Notifier notifier() {
        return new Notifier() {
            @Override
            public Channel channel() {
                return Letters.CHANNEL;
            }

            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public Duration timeout() {
                return TIMEOUT;
            }

            @Override
            public boolean apart() {
                return true;
            }

            @Override
            public Uni<Outcome> send(Message message) {
                if (unwritable) {
                    throw new IllegalStateException("a test");
                }
                sent.add(message);
                if (!whileItIsSent.isEmpty()) {
                    database.run(whileItIsSent, room);
                }
                return Uni.createFrom().item(answer);
            }
        };
    }
}
