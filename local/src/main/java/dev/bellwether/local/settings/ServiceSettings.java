package dev.bellwether.local.settings;

import dev.bellwether.local.company.Staff;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.home.PrivateFile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The settings with which each service is started; they stand above the ones in its jar. */
public record ServiceSettings(Ports ports, Credentials credentials, String managerToken) {

    /** Writes a file for each service, readable by the owner only. */
    public void write(Home home) throws IOException {
        for (String service : DatabasePasswords.SERVICES) {
            write(home, service, withDatabase(service));
        }
        write(home, "console", console());
    }

    private Map<String, String> withDatabase(String service) {
        Map<String, String> settings = common(port(service));
        settings.put("kafka.bootstrap.servers", ports.address(Port.KAFKA));
        settings.put("bellwether.database.address", ports.address(Port.POSTGRES));
        settings.put(
                "bellwether.database.password",
                credentials.databases().byService().getOrDefault(service, ""));
        // five services migrate at once: on a small and busy machine a connection may take longer than the usual 5 s
        settings.put("quarkus.datasource.jdbc.acquisition-timeout", "60s");
        settings.putAll(own(service));
        return settings;
    }

    private Map<String, String> own(String service) {
        return switch (service) {
            case "ingest" -> Map.of("bellwether.ingest.sources.local.write-keys", credentials.writeKey());
            case "alert" -> alert();
            default -> Map.of();
        };
    }

    /** Slack by a bot, which can edit its messages, and mail; both to the stand-ins. */
    private Map<String, String> alert() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("bellwether.alert.slack.bot-token", "xoxb-local");
        settings.put("bellwether.alert.slack.api-url", ports.url(Port.SLACK_STAND_IN) + "/api");
        settings.put("bellwether.alert.slack.channel", "C0LOCAL");
        settings.put(
                "bellwether.alert.slack.signing-secret", credentials.alerting().slackSecret());
        // unlike Slack, the stand-in takes messages as they come
        settings.put("bellwether.alert.slack.pace", "0s");
        // whoever tries things out does not wait a minute for what comes second
        settings.put("bellwether.alert.rhythm.gather-for", "2s");
        settings.put("bellwether.alert.console-url", ports.url(Port.CONSOLE));
        settings.put("bellwether.alert.links.url", ports.url(Port.ALERT));
        settings.put("bellwether.alert.links.secret", credentials.alerting().linksKey());
        settings.put("bellwether.alert.fallback-recipient", "cs-team@" + Staff.DOMAIN);
        settings.put("quarkus.mailer.host", "localhost");
        settings.put("quarkus.mailer.port", String.valueOf(ports.of(Port.SMTP)));
        settings.put("quarkus.mailer.from", "Bellwether <bellwether@" + Staff.DOMAIN + ">");
        settings.put("quarkus.mailer.mock", "false");
        return settings;
    }

    private Map<String, String> console() {
        Map<String, String> settings = common(Port.CONSOLE);
        settings.put("bellwether.console.ingest-url", ports.url(Port.INGEST));
        settings.put("bellwether.console.health-url", ports.url(Port.HEALTH));
        settings.put("bellwether.console.alert-url", ports.url(Port.ALERT));
        settings.put("bellwether.console.renewal-url", ports.url(Port.RENEWAL));
        settings.put("bellwether.console.password", credentials.console().password());
        settings.put("bellwether.console.session-key", credentials.console().sessionKey());
        settings.put("bellwether.console.token", managerToken);
        return settings;
    }

    private Map<String, String> common(Port port) {
        Map<String, String> settings = new TreeMap<>();
        // above application.properties of the jar (250), below the environment (300)
        settings.put("config_ordinal", "275");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", String.valueOf(ports.of(port)));
        settings.put(
                "bellwether.auth.public-key", "file:" + credentials.signingKey().publicFile());
        settings.put("bellwether.auth.issuer", Tokens.ISSUER);
        return settings;
    }

    private static Port port(String service) {
        return switch (service) {
            case "ingest" -> Port.INGEST;
            case "health" -> Port.HEALTH;
            case "alert" -> Port.ALERT;
            case "renewal" -> Port.RENEWAL;
            default -> throw new IllegalArgumentException("no service has the name " + service);
        };
    }

    private static void write(Home home, String process, Map<String, String> settings) throws IOException {
        StringBuilder text = new StringBuilder();
        settings.forEach((key, value) ->
                text.append(key).append('=').append(escaped(value)).append('\n'));
        PrivateFile.write(home.settings(process), text.toString());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    @Override
    public String toString() {
        return "ServiceSettings[hidden]";
    }
}
