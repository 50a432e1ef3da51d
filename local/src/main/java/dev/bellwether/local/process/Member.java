package dev.bellwether.local.process;

import dev.bellwether.local.home.Port;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One process of a local run, in the order in which they are started; they are stopped the other way round. */
public enum Member {
    /** Needs its memory once: to unpack the programs of the server. */
    POSTGRES("postgres", new Program.Own("dev.bellwether.local.process.PostgresProcess", 256), Port.POSTGRES),
    KAFKA("kafka", new Program.Own("dev.bellwether.local.process.KafkaProcess", 320), Port.KAFKA),
    STAND_INS(
            "stand-ins",
            new Program.Own("dev.bellwether.local.standin.StandInsProcess", 96),
            Port.SLACK_STAND_IN,
            Port.MAIL_STAND_IN,
            Port.SMTP),
    INGEST("ingest", new Program.Packaged("ingest-service", 352), Port.INGEST),
    HEALTH("health", new Program.Packaged("health-service", 768), Port.HEALTH),
    ALERT("alert", new Program.Packaged("alert-service", 256), Port.ALERT),
    RENEWAL("renewal", new Program.Packaged("renewal-service", 256), Port.RENEWAL),
    CONSOLE("console", new Program.Packaged("console", 256), Port.CONSOLE),
    COMPANY("company", new Program.Own("dev.bellwether.local.company.CompanyProcess", 96));

    private final String title;
    private final Program program;
    private final List<Port> ports;

    Member(String title, Program program, Port... ports) {
        this.title = title;
        this.program = program;
        this.ports = List.of(ports);
    }

    /** Its name on the command line and in file names. */
    public String title() {
        return title;
    }

    /** The ports on which it listens, the main one first. */
    public List<Port> ports() {
        return ports;
    }

    /** What is run. */
    public Program program() {
        return program;
    }

    /** The member of this name. */
    public static Optional<Member> named(String name) {
        return Arrays.stream(values())
                .filter(member -> member.title.equals(name))
                .findFirst();
    }

    /** All names, for a message. */
    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(Member::title).toList());
    }
}
