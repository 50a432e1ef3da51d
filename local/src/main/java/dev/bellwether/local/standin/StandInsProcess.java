package dev.bellwether.local.standin;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.ReadyMark;
import dev.bellwether.local.settings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The process of both stand-ins. */
final class StandInsProcess {

    private StandInsProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Home home = new Home(Path.of(arguments[0]), Path.of(arguments[1]));
        Ports ports = Ports.saved(home, Map.of());
        Path messages = home.messages();
        Clicks clicks = new Clicks(
                URI.create(ports.url(Port.ALERT) + "/slack/interactions"),
                Credentials.of(home).alerting().slackSecret());
        SlackStandIn slack =
                SlackStandIn.start(ports.of(Port.SLACK_STAND_IN), messages.resolve("slack.jsonl"), Optional.of(clicks));
        MailStandIn mail =
                MailStandIn.start(ports.of(Port.SMTP), ports.of(Port.MAIL_STAND_IN), messages.resolve("mail.jsonl"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            slack.close();
            mail.close();
        }));
        ReadyMark.of(home, Member.STAND_INS).set();
        new CountDownLatch(1).await();
    }
}
