package dev.bellwether.local.command;

import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Condition;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code status}: a line for each process. */
final class Status {

    private static final String ROW = "%-10s %8s  %-18s %-8s %s";

    private Status() {}

    static int run(Session session) throws CommandFailed {
        Crew crew = session.crew();
        Ports ports = session.ports();
        session.screen().line(String.format(Locale.ROOT, ROW, "process", "pid", "port", "state", "ready"));
        for (Member member : Member.values()) {
            session.screen().line(row(member, crew.condition(member), ports));
        }
        return 0;
    }

    private static String row(Member member, Condition condition, Ports ports) {
        String numbers = member.ports().stream()
                .map(port -> String.valueOf(ports.of(port)))
                .collect(Collectors.joining(","));
        return switch (condition) {
            case Condition.Running running ->
                row(member, String.valueOf(running.pid()), numbers, "running", running.ready() ? "ready" : "not ready");
            case Condition.Dead dead -> row(member, "", numbers, "dead", "");
            case Condition.Stopped stopped -> row(member, "", numbers, "stopped", "");
        };
    }

    private static String row(Member member, String pid, String ports, String state, String ready) {
        return String.format(Locale.ROOT, ROW, member.title(), pid, ports, state, ready)
                .stripTrailing();
    }
}
