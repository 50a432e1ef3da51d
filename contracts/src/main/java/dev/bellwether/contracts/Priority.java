package dev.bellwether.contracts;

/** How urgent a support ticket is. */
public enum Priority implements Constant {
    LOW("low"),
    NORMAL("normal"),
    HIGH("high"),
    URGENT("urgent");

    private final String json;

    Priority(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
