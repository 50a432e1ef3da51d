package dev.bellwether.contracts;

/** Where a support ticket stands. */
public enum TicketStatus implements Constant {
    OPEN("open"),
    PENDING("pending"),
    SOLVED("solved");

    private final String json;

    TicketStatus(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
