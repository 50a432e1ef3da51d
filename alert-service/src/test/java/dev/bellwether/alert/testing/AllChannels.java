package dev.bellwether.alert.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** Every channel there is, with a bot in Slack and mails whose links act. Whatever is secret holds the word SECRET. */
public final class AllChannels implements QuarkusTestResourceLifecycleManager {

    public static final String SIGNING_SECRET = "signing-SECRET";
    public static final String WEBHOOK_SECRET = "whsec_SECRETSECRETSECRETSECRETSECRETSECRET";
    public static final String LINKS_SECRET = "links-SECRET-links-SECRET-links-SECRET";

    private static final Receiver WEBHOOK = Receiver.answering(200, "");
    private static final Receiver TEAMS = Receiver.answering(202, "");
    private static final Receiver PAGERDUTY = Receiver.answering(202, "{}");

    public static Receiver webhook() {
        return WEBHOOK;
    }

    public static Receiver teams() {
        return TEAMS;
    }

    public static Receiver pagerDuty() {
        return PAGERDUTY;
    }

    /** After the surroundings, whose settings some of these replace. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        Surroundings.slack().invite("C1");
        Map<String, String> settings = new HashMap<>();
        settings.put("bellwether.alert.slack.bot-token", SlackStandIn.TOKEN);
        settings.put("bellwether.alert.slack.api-url", Surroundings.slack().api());
        settings.put("bellwether.alert.slack.channel", "C1");
        settings.put("bellwether.alert.slack.signing-secret", SIGNING_SECRET);
        settings.put("bellwether.alert.slack.timeout", "3s");
        settings.put("bellwether.alert.links.url", "http://localhost:8081");
        settings.put("bellwether.alert.links.secret", LINKS_SECRET);
        settings.put("bellwether.alert.webhook.url", WEBHOOK.address());
        settings.put("bellwether.alert.webhook.secret", WEBHOOK_SECRET);
        settings.put("bellwether.alert.teams.url", TEAMS.address());
        settings.put("bellwether.alert.pagerduty.url", PAGERDUTY.address());
        settings.put("bellwether.alert.pagerduty.routing-key", "0123456789SECRET0123456789SECRET");
        settings.put("bellwether.alert.pagerduty.after", "5m");
        settings.put("bellwether.alert.circuit.failures", "3");
        settings.put("bellwether.alert.circuit.open-for", "300ms");
        return settings;
    }

    @Override
    public void stop() {
        // all of it ends with the JVM
    }
}
