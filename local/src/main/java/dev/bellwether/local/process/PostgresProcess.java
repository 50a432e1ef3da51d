package dev.bellwether.local.process;

import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.settings.Credentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The process that keeps PostgreSQL: starts it, makes each service's role and schema, and ends when the server ends. */
final class PostgresProcess {

    private PostgresProcess() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Home home = new Home(Path.of(arguments[0]), Path.of(arguments[1]));
        Ports ports = Ports.saved(home, Map.of());
        PostgresNode node = PostgresNode.start(home.postgres(), ports.of(Port.POSTGRES));
        Credentials.of(home).databases().byService().forEach(node::createServiceRole);
        ReadyMark.of(home, Member.POSTGRES).set();
        node.awaitEnd();
        System.err.println("the PostgreSQL server ended; its log is in " + home.postgres());
        Runtime.getRuntime().halt(1);
    }
}
