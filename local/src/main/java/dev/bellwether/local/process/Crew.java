package dev.bellwether.local.process;

import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.home.ProcessLife;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** All members of one local run: starts them, knows how they are, stops them. */
public final class Crew {

    private static final Duration READY_TIMEOUT = Duration.ofSeconds(120);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);
    private static final Duration GLANCE = Duration.ofMillis(150);

    private final Home home;
    private final Readiness readiness;
    private volatile boolean ending;

    public Crew(Home home, Ports ports) {
        this.home = home;
        this.readiness = new Readiness(home, ports);
    }

    /** From now on nothing is started: everything is being stopped. */
    public void refuseLaunches() {
        ending = true;
    }

    /** Whether everything is being stopped. */
    public boolean refusesLaunches() {
        return ending;
    }

    /** Starts a member without waiting for it, unless it runs already; its output goes to its log. */
    public void launch(Member member) throws IOException {
        if (pidFile(member).live().isPresent()) {
            return;
        }
        if (ending) {
            throw new IOException(member.title() + " is not started any more");
        }
        ReadyMark.of(home, member).clear();
        Path log = home.log(member.title());
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(new JavaCommand(member).line(home))
                .directory(home.folder().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment()
                .put("QUARKUS_CONFIG_LOCATIONS", home.settings(member.title()).toString());
        Process process = builder.start();
        pidFile(member).write(process.toHandle());
    }

    /**
     * Waits until a launched member is ready.
     *
     * @return how long that took
     * @throws MemberFailed when it ends first or takes more than two minutes
     */
    public Duration awaitReady(Member member) throws MemberFailed {
        Instant begin = Instant.now();
        while (Duration.between(begin, Instant.now()).compareTo(READY_TIMEOUT) < 0) {
            switch (condition(member)) {
                case Condition.Running running
                when running.ready() -> {
                    return Duration.between(begin, Instant.now());
                }
                case Condition.Running running -> LockSupport.parkNanos(GLANCE.toNanos());
                case Condition.Dead dead ->
                    throw new MemberFailed(member, "ended before it was ready", home.log(member.title()));
                case Condition.Stopped stopped ->
                    throw new MemberFailed(member, "was stopped before it was ready", home.log(member.title()));
            }
        }
        throw new MemberFailed(
                member, "was not ready after " + READY_TIMEOUT.toSeconds() + " s", home.log(member.title()));
    }

    /** How a member is doing now. */
    public Condition condition(Member member) {
        PidFile file = pidFile(member);
        Optional<ProcessHandle> process = file.live();
        if (process.isPresent()) {
            long pid = process.get().pid();
            return new Condition.Running(pid, readiness.of(member, pid));
        }
        return file.exists() ? new Condition.Dead() : new Condition.Stopped();
    }

    /** Those that run now, in starting order. */
    public List<Member> running() {
        return Arrays.stream(Member.values())
                .filter(member -> pidFile(member).live().isPresent())
                .toList();
    }

    /**
     * Asks a member to end, waits, and ends it by force when it does not.
     *
     * @return whether there was anything to stop
     */
    public boolean stop(Member member) throws IOException {
        PidFile file = pidFile(member);
        Optional<ProcessHandle> process = file.live();
        if (process.isPresent()) {
            end(process.get());
        }
        boolean survivor = member == Member.POSTGRES && PostgresNode.stopSurvivor(home.postgres());
        file.delete();
        ReadyMark.of(home, member).clear();
        return process.isPresent() || survivor;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!ProcessLife.awaitEnd(process, STOP_TIMEOUT)) {
            process.destroyForcibly();
        }
    }

    private PidFile pidFile(Member member) {
        return new PidFile(home.run().resolve(member.title() + ".pid"));
    }
}
