package dev.bellwether.local.home;

/** Everything that listens on this machine, with its usual port and the environment variable that changes it. */
public enum Port {
    CONSOLE("console", "BELLWETHER_PORT_CONSOLE", 8080),
    INGEST("ingest", "BELLWETHER_PORT_INGEST", 8081),
    HEALTH("health", "BELLWETHER_PORT_HEALTH", 8082),
    ALERT("alert", "BELLWETHER_PORT_ALERT", 8083),
    RENEWAL("renewal", "BELLWETHER_PORT_RENEWAL", 8084),
    POSTGRES("postgres", "BELLWETHER_PORT_POSTGRES", 15432),
    KAFKA("kafka", "BELLWETHER_PORT_KAFKA", 19092),
    SLACK_STAND_IN("Slack stand-in", "BELLWETHER_PORT_SLACK_STAND_IN", 8090),
    MAIL_STAND_IN("mail stand-in", "BELLWETHER_PORT_MAIL_STAND_IN", 8091),
    SMTP("SMTP stand-in", "BELLWETHER_PORT_SMTP", 8025);

    private final String owner;
    private final String variable;
    private final int usual;

    Port(String owner, String variable, int usual) {
        this.owner = owner;
        this.variable = variable;
        this.usual = usual;
    }

    /** Who listens there, as people call it. */
    public String owner() {
        return owner;
    }

    /** The environment variable that changes the port. */
    public String variable() {
        return variable;
    }

    int usual() {
        return usual;
    }
}
