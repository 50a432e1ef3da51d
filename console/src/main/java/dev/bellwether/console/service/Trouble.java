package dev.bellwether.console.service;

/** Why a service gave no answer. */
public record Trouble(Service service, Cause cause) {

    /** What stands between. */
    public enum Cause {
        UNREACHABLE,
        REFUSED
    }

    /** For people. */
    public String sentence() {
        return switch (cause) {
            case UNREACHABLE -> service.data() + " cannot be reached right now.";
            case REFUSED ->
                service.data() + " is closed to this console: " + service.title() + " does not accept its token.";
        };
    }
}
