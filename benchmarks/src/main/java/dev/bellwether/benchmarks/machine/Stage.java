package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.home.Folders;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.home.ProcessLife;
import dev.bellwether.local.process.Condition;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.MemberFailed;
import dev.bellwether.local.settings.Credentials;
import dev.bellwether.local.settings.ServiceSettings;
import dev.bellwether.local.settings.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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
    private boolean stopped;

    private Stage(Home home, Ports ports) {
        this.home = home;
        this.ports = ports;
        this.crew = new Crew(home, ports, PATIENCE);
        this.lastResort = new Thread(this::stopAll, "stop the stage");
    }

    /** Starts Kafka and PostgreSQL on free ports, and prints how the database keeps what it commits. */
    public static Stage open(PrintStream out) throws NotMeasured {
        try {
            Home home = new Home(Files.createTempDirectory("bellwether-bench-"), Checkout.folder());
            Ports ports = new Ports(FreePorts.all());
            ports.save(home);
            new ServiceSettings(ports, Credentials.of(home), "none").write(home);
            Stage stage = new Stage(home, ports);
            LastResort.add(stage.lastResort);
            stage.startStores(out);
            return stage;
        } catch (IOException e) {
            throw new NotMeasured("cannot set the stage", e);
        }
    }

    private void startStores(PrintStream out) throws NotMeasured {
        try {
            start(Member.POSTGRES);
            start(Member.KAFKA);
            out.println("  " + Durability.of(this));
        } catch (NotMeasured e) {
            close();
            throw e;
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

    /** Gives a process further settings, from its next start on. */
    public void configure(Member member, Map<String, String> settings) throws NotMeasured {
        StringBuilder lines = new StringBuilder();
        settings.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        try {
            Files.writeString(home.settings(member.title()), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new NotMeasured("cannot configure " + member.title(), e);
        }
    }

    /** The id of a process that runs. */
    public long pid(Member member) throws NotMeasured {
        requireRunning(member);
        return switch (crew.condition(member)) {
            case Condition.Running running -> running.pid();
            case Condition.Dead dead -> throw new NotMeasured(member.title() + " ended");
            case Condition.Stopped stopped -> throw new NotMeasured(member.title() + " was stopped");
        };
    }

    /** Ends a process as kill -9 does, and returns when it is gone. */
    public void kill(Member member) throws NotMeasured {
        ProcessHandle process = ProcessHandle.of(pid(member))
                .orElseThrow(() -> new NotMeasured(member.title() + " ended before it was killed"));
        process.destroyForcibly();
        if (!ProcessLife.awaitEnd(process, PATIENCE)) {
            throw new NotMeasured(member.title() + " outlives kill -9");
        }
    }

    /** A folder for what else is kept during the measure; goes with the stage. */
    public Path folder(String name) throws NotMeasured {
        try {
            return Files.createDirectories(home.folder().resolve(name));
        } catch (IOException e) {
            throw new NotMeasured("cannot make a folder", e);
        }
    }

    /** Refuses to go on when a process has ended; the message ends with what it logged last. */
    public void requireRunning(Member member) throws NotMeasured {
        if (crew.refusesLaunches()) {
            throw new NotMeasured("interrupted");
        }
        if (!crew.running().contains(member)) {
            throw new NotMeasured(member.title() + " ended; it logged last:\n" + lastLines(member));
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

    /** Where a process listens on loopback. */
    public int port(Port port) {
        return ports.of(port);
    }

    /** Where a process answers over HTTP. */
    public String url(Port port) {
        return ports.url(port);
    }

    /** What producers present to ingest. */
    public String writeKey() throws NotMeasured {
        try {
            return Credentials.of(home).writeKey();
        } catch (IOException e) {
            throw new NotMeasured("cannot read the write key", e);
        }
    }

    /** What a person of a role presents to the services. */
    public String token(String email, String role) throws NotMeasured {
        try {
            return new Tokens(Credentials.of(home).signingKey(), Instant.now()).of(email, role);
        } catch (IOException e) {
            throw new NotMeasured("cannot sign a token", e);
        }
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
        LastResort.remove(lastResort);
    }

    /** Interrupted, the last resort and the measure that it breaks off come here both. */
    private synchronized void stopAll() {
        if (stopped) {
            return;
        }
        stopped = true;
        // on Ctrl-C the measure goes on until the end of the process: it must not start anything again
        crew.refuseLaunches();
        try {
            for (Member member : Arrays.asList(Member.values()).reversed()) {
                crew.stop(member);
            }
            Folders.delete(home.folder());
        } catch (IOException e) {
            System.err.println("something is left in " + home.folder() + ": " + e.getMessage());
        }
    }

    /** What a process logged last. */
    public String lastLines(Member member) {
        return LastLines.of(home.log(member.title()));
    }
}
