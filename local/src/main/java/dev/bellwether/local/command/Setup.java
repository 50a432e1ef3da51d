package dev.bellwether.local.command;

import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.company.Staff;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.settings.Credentials;
import dev.bellwether.local.settings.LocalJson;
import dev.bellwether.local.settings.ServiceSettings;
import dev.bellwether.local.settings.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The files that the processes and scripts of a run read, written anew at each start with the same secrets. */
record Setup(Credentials credentials, LocalJson localJson) {

    static Setup of(Home home, Ports ports) throws IOException {
        Files.createDirectories(home.folder());
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwx------"));
        ports.save(home);
        Credentials credentials = Credentials.of(home);
        Tokens tokens = new Tokens(credentials.signingKey(), Instant.now());
        LocalJson.TokenSet tokenSet = tokenSet(tokens);
        LocalJson localJson = new LocalJson(
                urls(ports),
                ports.address(Port.KAFKA),
                PostgresNode.superuserUrl(home.postgres(), ports.address(Port.POSTGRES)),
                credentials.writeKey(),
                tokenSet,
                credentials.console().password());
        localJson.write(home);
        new ServiceSettings(ports, credentials, tokenSet.manager()).write(home);
        return new Setup(credentials, localJson);
    }

    private static LocalJson.TokenSet tokenSet(Tokens tokens) {
        Map<String, String> csms = new TreeMap<>();
        Staff.CSMS.forEach(csm -> csms.put(csm.email(), tokens.of(csm.email(), "csm")));
        return new LocalJson.TokenSet(
                tokens.of("admin@" + Staff.DOMAIN, "admin"),
                tokens.of("manager@" + Staff.DOMAIN, "manager"),
                tokens.of("ops@" + Staff.DOMAIN, "ops"),
                csms);
    }

    private static LocalJson.Urls urls(Ports ports) {
        return new LocalJson.Urls(
                ports.url(Port.CONSOLE),
                ports.url(Port.INGEST),
                ports.url(Port.HEALTH),
                ports.url(Port.ALERT),
                ports.url(Port.RENEWAL),
                ports.url(Port.SLACK_STAND_IN),
                ports.url(Port.MAIL_STAND_IN));
    }
}
