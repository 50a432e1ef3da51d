package dev.bellwether.contracts;

/** What a contract is. */
public enum ContractKind implements Constant {
    SUBSCRIPTION("subscription"),
    TRIAL("trial");

    private final String json;

    ContractKind(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
