package dev.bellwether.console.health;

/** Why health-service gave no answer. */
public enum Trouble {
    UNREACHABLE("Health data cannot be reached right now."),
    REFUSED("Health data is closed to this console: health-service does not accept its token.");

    private final String sentence;

    Trouble(String sentence) {
        this.sentence = sentence;
    }

    /** For people. */
    public String sentence() {
        return sentence;
    }
}
