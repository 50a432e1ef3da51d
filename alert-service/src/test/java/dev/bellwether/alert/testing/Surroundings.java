package dev.bellwether.alert.testing;

import dev.bellwether.messaging.testing.BackingServices;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What the service under test meets: real Kafka and PostgreSQL, a stand-in for Slack and a real mail server, which live
 * as long as the JVM. It makes the service try again soon.
 */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private static final SlackStandIn SLACK = SlackStandIn.start();
    private static final MailStandIn MAIL = MailStandIn.start();

    public static SlackStandIn slack() {
        return SLACK;
    }

    public static MailStandIn mail() {
        return MAIL;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(brokerAndDatabase());
        settings.putAll(standIns());
        return settings;
    }

    /** The broker loads some of its parts by the thread's class loader, which here is not the one that loaded it. */
    private static Map<String, String> brokerAndDatabase() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(BackingServices.class.getClassLoader());
        try {
            var services = new BackingServices();
            services.init(Map.of("service", "alert"));
            return services.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, String> standIns() {
        return Map.ofEntries(
                Map.entry("bellwether.alert.slack.webhook-url", SLACK.webhook()),
                Map.entry("bellwether.alert.slack.timeout", "4s"),
                Map.entry("bellwether.alert.slack.pace", "0s"),
                Map.entry("bellwether.alert.circuit.failures", "50"),
                Map.entry("bellwether.alert.email.timeout", "5s"),
                Map.entry("bellwether.alert.fallback-recipient", "cs-team@example.com"),
                Map.entry("bellwether.alert.console-url", "http://localhost:8080"),
                // everybody's tests tell the same few people
                Map.entry("bellwether.alert.rhythm.gather-for", "0s"),
                Map.entry("bellwether.alert.rhythm.group-within", "2s"),
                Map.entry("bellwether.alert.rhythm.most-at-once", "20"),
                Map.entry("bellwether.alert.rhythm.weekly-budget", "2000"),
                Map.entry("bellwether.alert.look-every", "0.2s"),
                Map.entry("bellwether.alert.retry.initial-delay", "100ms"),
                Map.entry("bellwether.alert.retry.max-delay", "500ms"),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", String.valueOf(MAIL.port())),
                Map.entry("quarkus.mailer.username", MailStandIn.USER),
                Map.entry("quarkus.mailer.password", MailStandIn.PASSWORD));
    }

    @Override
    public void stop() {
        // all of it ends with the JVM
    }
}
