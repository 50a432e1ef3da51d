package dev.bellwether.contracts;

/** Whether the account is a customer. */
public enum AccountStatus implements Constant {
    ACTIVE("active"),
    CHURNED("churned");

    private final String json;

    AccountStatus(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
