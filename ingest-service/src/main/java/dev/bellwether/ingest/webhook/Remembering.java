package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.Parking;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.account.Waiting;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what webhooks teach about customers, and what waits for it; its methods return after the commit. */
@Singleton
class Remembering {

    private final UserAccounts userAccounts;
    private final Parking parking;
    private final Release release;

    Remembering(UserAccounts userAccounts, Parking parking, Release release) {
        this.userAccounts = userAccounts;
        this.parking = parking;
        this.release = release;
    }

    boolean parkingIsFull() {
        return parking.isFull();
    }

    /** What waited for it is on its way. */
    void learn(List<Membership> memberships) {
        userAccounts.learn(memberships);
        release.soon(memberships.stream().map(Membership::userId).collect(Collectors.toSet()));
    }

    /** What was learned since it was looked for goes at once. */
    void park(List<Waiting> waiting, Set<String> users) {
        parking.park(waiting);
        release.soon(users);
    }
}
