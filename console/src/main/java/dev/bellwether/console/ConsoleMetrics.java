package dev.bellwether.console;

import dev.bellwether.console.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Every metric of the console; pages served are counted by the HTTP server's own metrics. */
@ApplicationScoped
public class ConsoleMetrics {

    private final MeterRegistry registry;

    ConsoleMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How a question to a service, or something told it, ended. */
    public enum Answer {
        ANSWERED,
        NOT_THERE,
        UNREACHABLE,
        REFUSED,
        SKIPPED
    }

    /** How an attempt to come in ended. */
    public enum Entry {
        ADMITTED,
        WRONG_PASSWORD,
        FOREIGN_SITE
    }

    /** Counts a question to a service, or something told it. */
    public void asked(Service service, Answer answer) {
        registry.counter("bellwether_console_questions", "service", service.key(), "outcome", tag(answer))
                .increment();
    }

    /** Counts an attempt to come in. */
    public void entered(Entry entry) {
        registry.counter("bellwether_console_entries", "outcome", tag(entry)).increment();
    }

    private static String tag(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
