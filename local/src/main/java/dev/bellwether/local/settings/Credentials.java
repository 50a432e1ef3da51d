package dev.bellwether.local.settings;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.PrivateFile;
import dev.bellwether.local.home.Secrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/** The secrets of one data folder, made at random at its first start and kept ever after. */
public record Credentials(
        String writeKey, Alerting alerting, Console console, DatabasePasswords databases, SigningKey signingKey) {

    private static final String WRITE_KEY = "write-key";
    private static final String LINKS_KEY = "links-key";
    private static final String SLACK_SECRET = "slack-signing-secret";
    private static final String PASSWORD = "password";
    private static final String SESSION_KEY = "session-key";

    /**
     * The secrets of alert-service.
     *
     * @param linksKey signs the links of mails
     * @param slackSecret with which the stand-in for Slack signs clicks
     */
    public record Alerting(String linksKey, String slackSecret) {

        @Override
        public String toString() {
            return "Alerting[hidden]";
        }
    }

    /**
     * The secrets of the console.
     *
     * @param password of its user {@code admin}
     * @param sessionKey encrypts its cookies, so that a restart of the console logs nobody out
     */
    public record Console(String password, String sessionKey) {

        @Override
        public String toString() {
            return "Console[hidden]";
        }
    }

    /** Those of this home, made when there are none yet. */
    public static Credentials of(Home home) throws IOException {
        Path file = home.config().resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            secrets.load(new StringReader(Files.readString(file)));
        }
        boolean incomplete = complete(secrets);
        if (incomplete) {
            PrivateFile.write(file, text(secrets));
        }
        return new Credentials(
                secrets.getProperty(WRITE_KEY),
                new Alerting(secrets.getProperty(LINKS_KEY), secrets.getProperty(SLACK_SECRET)),
                new Console(secrets.getProperty(PASSWORD), secrets.getProperty(SESSION_KEY)),
                DatabasePasswords.from(secrets),
                SigningKey.in(home.config()));
    }

    /** Adds what is missing, be it everything or what an earlier version did not know yet; says whether it did. */
    private static boolean complete(Properties secrets) {
        List<String> names = new ArrayList<>(List.of(WRITE_KEY, LINKS_KEY, SLACK_SECRET, PASSWORD, SESSION_KEY));
        names.addAll(DatabasePasswords.keys());
        names.removeAll(secrets.keySet());
        names.forEach(name -> secrets.setProperty(name, Secrets.random()));
        return !names.isEmpty();
    }

    private static String text(Properties secrets) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(secrets)
                .forEach((key, value) ->
                        text.append(key).append('=').append(value).append('\n'));
        return text.toString();
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
