package dev.bellwether.local.command;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Waits beside a running demo and says by name when a process of it ends or comes back. */
final class Watch {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private Watch() {}

    static int untilAllStopped(Crew crew, Home home, Screen screen) throws InterruptedException {
        Set<Member> before = EnumSet.copyOf(crew.running());
        while (true) {
            Thread.sleep(GLANCE);
            if (crew.refusesLaunches()) {
                // everything is being stopped: what ends now was asked to
                continue;
            }
            Set<Member> now = EnumSet.noneOf(Member.class);
            now.addAll(crew.running());
            if (now.isEmpty()) {
                screen.line("everything was stopped");
                return 0;
            }
            for (Member member : Member.values()) {
                if (before.contains(member) && !now.contains(member)) {
                    screen.line(member.title() + " ended; ./bellwether start " + member.title()
                            + " brings it back; its log: " + home.log(member.title()));
                }
                if (!before.contains(member) && now.contains(member)) {
                    screen.line(member.title() + " is back");
                }
            }
            before = now;
        }
    }
}
