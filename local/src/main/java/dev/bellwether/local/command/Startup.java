package dev.bellwether.local.command;

import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import dev.bellwether.local.process.MemberFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Starts members and says when each is ready. */
record Startup(Crew crew, Screen screen) {

    /** One after the other. */
    void inTurn(List<Member> members) throws MemberFailed, IOException {
        for (Member member : members) {
            together(List.of(member));
        }
    }

    /** All at once. */
    void together(List<Member> members) throws MemberFailed, IOException {
        screen.line("  starting "
                + String.join(", ", members.stream().map(Member::title).toList()) + " …");
        long begin = System.nanoTime();
        for (Member member : members) {
            crew.launch(member);
        }
        crew.awaitReady(members, member -> ready(member, Duration.ofNanos(System.nanoTime() - begin)));
    }

    private void ready(Member member, Duration taken) {
        screen.line(
                String.format(Locale.ROOT, "  %-10s ready after %.1f s", member.title(), taken.toMillis() / 1000.0));
    }
}
