package dev.bellwether.local.command;

import dev.bellwether.local.PostgresNode;
import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.MemberFailed;
import dev.bellwether.local.process.Program;
import dev.bellwether.local.settings.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code demo}: everything on this machine, from nothing to ready, then until Ctrl-C. */
final class Demo {

    private final Home home;
    private final Screen screen;
    private final Session session;
    private final DemoOptions options;

    Demo(Session session, DemoOptions options) {
        this.home = session.home();
        this.screen = session.screen();
        this.session = session;
        this.options = options;
    }

    int run() throws CommandFailed, IOException, InterruptedException {
        List<Member> running = session.crew().running();
        if (!running.isEmpty()) {
            return alreadyRunning(running);
        }
        requireHome();
        PostgresNode.stopSurvivor(home.postgres());
        Ports ports = ports();
        PortCheck.allFree(ports);
        requirePackaged();
        if (options.fresh()) {
            home.clear();
        }
        Setup setup = Setup.of(home, ports);
        Crew crew = session.crew(ports);
        StopAtExit stopAtExit = StopAtExit.armed(crew, screen);
        try {
            start(crew, setup);
        } catch (MemberFailed e) {
            throw CommandFailed.because(e);
        }
        screen.line(Welcome.text(home, ports, setup.credentials()));
        Files.writeString(home.passwordShown(), Instant.now().toString());
        screen.line("ready");
        if (options.detach()) {
            stopAtExit.disarm();
            return 0;
        }
        return Watch.untilAllStopped(crew, home, screen);
    }

    private void start(Crew crew, Setup setup) throws MemberFailed, CommandFailed, IOException, InterruptedException {
        Startup startup = new Startup(crew, screen);
        startup.inTurn(List.of(Member.POSTGRES, Member.KAFKA, Member.STAND_INS));
        startup.together(List.of(Member.INGEST, Member.HEALTH, Member.ALERT, Member.RENEWAL, Member.CONSOLE));
        if (!options.empty()) {
            new CompanyArrives(home, screen).run(setup.localJson());
            startup.inTurn(List.of(Member.COMPANY));
        }
    }

    private Ports ports() throws CommandFailed {
        try {
            return Ports.of(session.environment());
        } catch (IllegalArgumentException e) {
            throw CommandFailed.usage(e);
        }
    }

    private int alreadyRunning(List<Member> running) throws CommandFailed, IOException {
        if (options.fresh()) {
            throw CommandFailed.because(
                    "the demo is running; --fresh would take its data away: ./bellwether stop first");
        }
        List<String> missing = new ArrayList<>();
        for (Member member : Member.values()) {
            boolean wanted = member != Member.COMPANY || Files.exists(home.company());
            if (wanted && !running.contains(member)) {
                missing.add(member.title());
            }
        }
        if (!missing.isEmpty()) {
            throw CommandFailed.because("the demo is running without " + String.join(", ", missing)
                    + ": ./bellwether start SERVICE brings one back, ./bellwether stop ends the rest");
        }
        screen.line("the demo is already running");
        screen.line(Welcome.text(home, session.ports(), Credentials.of(home)));
        screen.line("ready");
        return 0;
    }

    private void requireHome() throws CommandFailed, IOException {
        if (!home.mayBeUsed()) {
            String what = Files.isDirectory(home.folder())
                    ? " is not empty, and no demo has made what lies there:"
                    : " is not a folder:";
            throw CommandFailed.because(home.folder() + what + " set BELLWETHER_HOME to a folder that is new or empty");
        }
    }

    private void requirePackaged() throws CommandFailed {
        for (Member member : Member.values()) {
            if (member.program() instanceof Program.Packaged service && !Files.exists(service.jar(home))) {
                throw CommandFailed.because(member.title() + " is not built: " + service.jar(home) + " is missing");
            }
        }
    }
}
