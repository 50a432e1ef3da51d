package dev.bellwether.local.process;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/** Asks a member whether it is ready: the services by their health address, the processes of this module by their mark. */
record Readiness(Home home, Ports ports) {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    boolean of(Member member, long pid) {
        return switch (member.program()) {
            case Program.Own own -> ReadyMark.of(home, member).setBy(pid);
            case Program.Packaged service -> answers(ports.url(member.ports().getFirst()) + "/q/health/ready");
        };
    }

    private static boolean answers(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) TIMEOUT.toMillis());
            connection.setReadTimeout((int) TIMEOUT.toMillis());
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            // not listening yet, or too busy to answer
            return false;
        }
    }
}
