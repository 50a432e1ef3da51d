package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.home.Folders;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.MemberFailed;
import dev.bellwether.local.settings.Credentials;
import dev.bellwether.local.settings.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A real broker and a real database as processes of their own, fresh and durable as in production, with a data folder
 * that goes when the stage is closed. Services run on it from their packaged jars.
 */
public final class Stage implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Home home;
    private final Ports ports;
    private final Crew crew;
    private final Thread lastResort;

    private Stage(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
        this.crew = new Crew(home, ports, PATIENCE);
        this.lastResort = new Thread(this::stopAll, "stop the stage");
    }

    /** Starts Kafka and PostgreSQL on free ports. */
    public static Stage open() throws NotMeasured {
        try {
            Home home = new Home(Files.createTempDirectory("bellwether-bench-"), Checkout.folder());
            Ports ports = new Ports(FreePorts.all());
            ports.save(home);
            new ServiceSettings(ports, Credentials.of(home), "none").write(home);
            Stage stage = new Stage(home, ports);
            Runtime.getRuntime().addShutdownHook(stage.lastResort);
            stage.start(Member.POSTGRES);
            stage.start(Member.KAFKA);
            return stage;
        } catch (IOException e) {
            throw new NotMeasured("cannot set the stage", e);
        }
    }

    /** Starts a process and returns when it is ready. */
    public void start(Member member) throws NotMeasured {
        launch(member);
        try {
            crew.awaitReady(List.of(member), ready -> {});
        } catch (MemberFailed e) {
            throw new NotMeasured(member.title() + " cannot be started", e);
        }
    }

    /** Starts a process and does not wait for it. */
    public void launch(Member member) throws NotMeasured {
        try {
            crew.launch(member);
        } catch (IOException e) {
            throw new NotMeasured("cannot start " + member.title(), e);
        }
    }

    /** Refuses to go on when a process has ended; the message ends with what it logged last. */
    public void requireRunning(Member member) throws NotMeasured {
        if (!crew.running().contains(member)) {
            throw new NotMeasured(member.title() + " ended; its log:\n" + lastLines(home.log(member.title())));
        }
    }

    /** Stops a process and returns when it has ended. */
    public void stop(Member member) throws NotMeasured {
        try {
            crew.stop(member);
        } catch (IOException e) {
            throw new NotMeasured("cannot stop " + member.title(), e);
        }
    }

    /** The log file of a process. */
    public Path log(Member member) {
        return home.log(member.title());
    }

    public String kafka() {
        return ports.address(Port.KAFKA);
    }

    /** A connection that may do everything. */
    public Connection database() throws SQLException {
        try {
            return DriverManager.getConnection(
                    PostgresNode.superuserUrl(home.postgres(), ports.address(Port.POSTGRES)));
        } catch (IOException e) {
            throw new SQLException("the password of the database cannot be read", e);
        }
    }

    @Override
    public void close() {
        stopAll();
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }

    private void stopAll() {
        try {
            for (Member member : Arrays.asList(Member.values()).reversed()) {
                crew.stop(member);
            }
            Folders.delete(home.folder());
        } catch (IOException e) {
            System.err.println("something is left in " + home.folder() + ": " + e.getMessage());
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }
}
