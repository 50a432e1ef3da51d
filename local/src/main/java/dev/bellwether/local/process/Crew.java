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
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** All members of one local run: starts them, knows how they are, stops them. */
public final class Crew {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);
    private static final Duration GLANCE = Duration.ofMillis(150);

    private final Home home;
    private final Readiness readiness;
    private final Duration patience;
    private volatile boolean ending;

    /**
     * The crew of a home.
     *
     * @param patience how long a member may take until it is ready
     */
    public Crew(Home home, Ports ports, Duration patience) {
        this.home = home;
        this.patience = patience;
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
        // with one for every core and thread much of what is freed stays with the process
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        Process process = builder.start();
        pidFile(member).write(process.toHandle());
    }

    /**
     * Waits until launched members are ready.
     *
     * @param each is told of every member as soon as it is
     * @throws MemberFailed when one ends first or is not ready in time
     */
    public void awaitReady(Collection<Member> members, Consumer<Member> each) throws MemberFailed {
        Set<Member> waitedFor = EnumSet.copyOf(members);
        long end = System.nanoTime() + patience.toNanos();
        while (!waitedFor.isEmpty()) {
            for (Member member : EnumSet.copyOf(waitedFor)) {
                if (ready(member)) {
                    waitedFor.remove(member);
                    each.accept(member);
                } else if (System.nanoTime() - end > 0) {
                    throw failed(member, "was not ready after " + patience.toSeconds() + " s");
                }
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private boolean ready(Member member) throws MemberFailed {
        return switch (condition(member)) {
            case Condition.Running running -> running.ready();
            case Condition.Dead dead -> throw failed(member, "ended before it was ready");
            case Condition.Stopped stopped -> throw failed(member, "was stopped before it was ready");
        };
    }

    private MemberFailed failed(Member member, String what) {
        return new MemberFailed(member, what, home.log(member.title()));
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
