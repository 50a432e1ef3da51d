package dev.bellwether.contracts;

/** Where an invoice stands; all but open are final against an older or equal open. */
public enum InvoiceStatus implements Constant {
    OPEN("open"),
    PAID("paid"),
    VOID("void"),
    UNCOLLECTIBLE("uncollectible");

    private final String json;

    InvoiceStatus(String json) {
        this.json = json;
    }

    @Override
    public String json() {
        return json;
    }
}
