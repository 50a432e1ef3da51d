package dev.bellwether.console.service;

import java.util.Locale;

/** The services that the console speaks with. */
public enum Service {
    HEALTH("Health data"),
    RENEWAL("Renewal data");

    private final String data;

    Service(String data) {
        this.data = data;
    }

    /** The name in metrics. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in logs and documents. */
    String title() {
        return key() + "-service";
    }

    /** What it knows, in words that begin a sentence. */
    String data() {
        return data;
    }
}
