package dev.bellwether.local.command;

import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** {@code stop [SERVICE]}: ends one process, or all in the reverse order of their start. */
final class Stop {

    private Stop() {}

    static int run(Session session, List<String> names) throws CommandFailed, IOException {
        Crew crew = session.crew();
        if (names.isEmpty()) {
            if (!all(crew, session.screen())) {
                session.screen().line("nothing is running");
            }
            return 0;
        }
        Member member = session.member(names.getFirst());
        boolean stopped = crew.stop(member);
        session.screen().line(member.title() + (stopped ? " stopped" : " was not running"));
        return 0;
    }

    /** Ends all that run, with a line for each; says whether there were any. */
    static boolean all(Crew crew, Screen screen) throws IOException {
        boolean any = false;
        for (Member member : Arrays.asList(Member.values()).reversed()) {
            if (crew.stop(member)) {
                screen.line("  " + member.title() + " stopped");
                any = true;
            }
        }
        return any;
    }
}
