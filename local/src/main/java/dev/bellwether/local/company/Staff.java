package dev.bellwether.local.company;

import java.util.List;
import java.util.Locale;

/** The people of the vendor, Lumenwork, who look after the customers. */
public final class Staff {

    /** The domain of their e-mail addresses. */
    public static final String DOMAIN = "lumenwork.example.com";

    /** The customer success managers, who own the accounts. */
    public static final List<Csm> CSMS =
            List.of(csm("Mara Lindt"), csm("Tomás Rey", "tomas.rey"), csm("Ayo Bello"), csm("Ingrid Solheim"));

    /** One customer success manager. */
    public record Csm(String name, String email) {}

    private Staff() {}

    private static Csm csm(String name) {
        return csm(name, name.toLowerCase(Locale.ROOT).replace(' ', '.'));
    }

    private static Csm csm(String name, String mailbox) {
        return new Csm(name, mailbox + "@" + DOMAIN);
    }
}
