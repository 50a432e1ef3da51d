package dev.bellwether.contracts;

/** How bad a flag is, in rising order. */
public enum Severity implements Constant {
    INFO("info"),
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high"),
    CRITICAL("critical");

    private final String json;

    Severity(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
