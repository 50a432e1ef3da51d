package dev.bellwether.health.api;

/** The roles a bearer token may carry. */
public final class Roles {

    /** A customer success manager: own accounts only. */
    public static final String CSM = "csm";

    /** Sees all accounts. */
    public static final String MANAGER = "manager";

    /** Sees feeds, dead letters and deliveries; accounts too, to follow an event. */
    public static final String OPS = "ops";

    public static final String ADMIN = "admin";

    private Roles() {}
}
