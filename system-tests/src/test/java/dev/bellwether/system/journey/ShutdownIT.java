package dev.bellwether.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doors are told to stop, as an operator and Kubernetes do it, while requests come in. */
@ExtendWith(RunningSystem.class)
class ShutdownIT {

    private static final int SENDERS = 16;
    private static final int UNDER_WAY = 500;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalSystem system;

    ShutdownIT(LocalSystem system) {
        this.system = system;
    }

    @Test
    void what_was_taken_in_is_kept_and_answered_and_nothing_else_is_kept() {
        Set<String> answered = new ConcurrentSkipListSet<>();

        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                String account = "shutdown-" + sender;
                senders.execute(() -> sendUntilClosed(account, answered));
            }
            await().atMost(SOON).until(() -> answered.size() >= UNDER_WAY);
            system.commands().run("stop", "ingest");
        }

        assertThat(kept()).isEqualTo(new TreeSet<>(answered));
    }

    @AfterEach
    void open_again() {
        system.restart("ingest");
    }

    /** One event after the other, each by an own user, until the door is closed. */
    private void sendUntilClosed(String account, Set<String> answered) {
        try {
            for (int number = 0; ; number++) {
                String user = account + "-" + number;
                system.producer().send(List.of(Happened.usage(account, user, Instant.now())));
                answered.add(user);
            }
        } catch (UncheckedIOException | AssertionError closed) {
            // no connection, or 503: not taken in
        }
    }

    private Set<String> kept() {
        try (Log log = new Log(system.local().kafka())) {
            return log.all("usage-events").stream()
                    .filter(letter -> letter.key().startsWith("shutdown-"))
                    .map(letter -> letter.value().replaceAll(".*\"userId\":\"([^\"]+)\".*", "$1"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
