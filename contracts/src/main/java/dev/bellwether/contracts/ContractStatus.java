package dev.bellwether.contracts;

/** What a source says of a contract. */
public enum ContractStatus implements Constant {
    DRAFT("draft"),
    ACTIVE("active"),
    CANCELLED("cancelled"),
    ENDED("ended");

    private final String json;

    ContractStatus(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
