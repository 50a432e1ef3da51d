package dev.bellwether.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the system, all with the same number of partitions so that an account's events of all kinds meet. */
final class Topics {

    static final List<String> NAMES = List.of(
            "usage-events",
            "billing-events",
            "support-events",
            "feedback-events",
            "account-events",
            "health-events",
            "renewal-events",
            "dead-letters");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private Topics() {}

    static void createMissing(String bootstrapServers, int partitions) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TIMEOUT.toMillis());
        try (Admin admin = Admin.create(settings)) {
            Set<String> missing = new HashSet<>(NAMES);
            missing.removeAll(admin.listTopics().names().get());
            List<NewTopic> topics = new ArrayList<>();
            missing.forEach(name -> topics.add(new NewTopic(name, partitions, (short) 1)));
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create the topics at " + bootstrapServers, e.getCause());
            }
            // somebody else created them between the two questions: what was wanted is there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating the topics", e);
        }
    }
}
