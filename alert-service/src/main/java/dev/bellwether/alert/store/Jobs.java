package dev.bellwether.alert.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Nothing that comes round by the clock begins once the process was told to stop: the database is closed then. */
@Singleton
class Jobs {

    private static final int FIRST = 1;

    private final Scheduler scheduler;

    Jobs(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes @Priority(FIRST) ShutdownEvent stopping) {
        scheduler.pause();
    }
}
