package dev.bellwether.local.command;

import dev.bellwether.local.process.Condition;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.MemberFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@code start SERVICE}: starts one process that was stopped or killed, and waits until it is ready. */
final class Start {

    private Start() {}

    static int run(Session session, String name) throws CommandFailed, IOException {
        Member member = session.member(name);
        Crew crew = session.crew();
        if (crew.condition(member) instanceof Condition.Running running) {
            session.screen().line(name + " is already running, process " + running.pid());
            return 0;
        }
        if (!Files.exists(session.home().localJson())) {
            throw CommandFailed.because("there is no demo in " + session.home().folder() + " yet: ./bellwether demo");
        }
        if (member == Member.COMPANY && !Files.exists(session.home().company())) {
            throw CommandFailed.because("this demo runs without the synthetic company");
        }
        // what a kill left behind: a database server that outlived the process which kept it
        crew.stop(member);
        PortCheck.freeFor(member, session.ports());
        crew.launch(member);
        try {
            crew.awaitReady(List.of(member), ready -> session.screen().line(ready.title() + " is ready"));
        } catch (MemberFailed e) {
            crew.stop(member);
            throw CommandFailed.because(e);
        }
        return 0;
    }
}
