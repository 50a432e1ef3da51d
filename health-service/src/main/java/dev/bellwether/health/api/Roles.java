package dev.bellwether.health.api;

/** The roles a bearer token may carry. */
final class Roles {

    /** A customer success manager: own accounts only. */
    static final String CSM = "csm";

    /** Sees all accounts. */
    static final String MANAGER = "manager";

    /** Sees feeds, dead letters and deliveries; accounts too, to follow an event. */
    static final String OPS = "ops";

    static final String ADMIN = "admin";

    private Roles() {}
}
