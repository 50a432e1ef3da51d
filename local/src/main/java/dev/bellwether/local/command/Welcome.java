package dev.bellwether.local.command;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.settings.Credentials;
import java.nio.file.Files;

/** Where to look once everything is ready. */
final class Welcome {

    private Welcome() {}

    static String text(Home home, Ports ports, Credentials credentials) {
        return """

            Bellwether runs on this machine.

              console          %s
                               user admin, password %s
              Slack messages   %s
              mails            %s
              logs             %s
              keys and tokens  %s

              a first event:
              curl -u '%s:' -H 'Content-Type: application/json' %s/v1/track \\
                -d '{"userId":"ada","event":"report.opened","context":{"groupId":"first-account"}}'

              ./bellwether status shows the processes; Ctrl-C here, or ./bellwether stop, ends them.
            """.formatted(
                        ports.url(Port.CONSOLE),
                        password(home, credentials),
                        ports.url(Port.SLACK_STAND_IN),
                        ports.url(Port.MAIL_STAND_IN),
                        home.log("*"),
                        home.localJson(),
                        credentials.writeKey(),
                        ports.url(Port.INGEST));
    }

    /** Shown once; afterwards only where it is kept. */
    private static String password(Home home, Credentials credentials) {
        return Files.exists(home.passwordShown())
                ? "as it was shown once; it is kept in " + home.localJson()
                : credentials.console().password() + " (shown this once)";
    }
}
