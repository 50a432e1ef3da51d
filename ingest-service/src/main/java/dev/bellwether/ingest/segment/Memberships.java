package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.account.Identities;
import dev.bellwether.ingest.account.Link;
import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the calls of a request teach about the accounts of users, and what they need to know of them. */
@Singleton
class Memberships {

    private final UserAccounts userAccounts;
    private final Identities identities;
    private final Addresses addresses;
    private final Release release;

    Memberships(UserAccounts userAccounts, Identities identities, Addresses addresses, Release release) {
        this.userAccounts = userAccounts;
        this.identities = identities;
        this.addresses = addresses;
        this.release = release;
    }

    /** Returns when it is learned for good; what waited for it is on its way. */
    void learn(List<Sorted.Heard> heard) {
        List<Membership> taught = new ArrayList<>();
        Set<Link> links = new HashSet<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Joined(var account, var users, var email, Statement says) -> {
                    users.forEach(user -> taught.add(new Membership(user, account, says.at(), says.id())));
                    link(users).ifPresent(links::add);
                }
                case Call.Renamed(var previous, var user) -> links.add(new Link(previous, user));
                case Call.Told told -> {
                    if (told.joinsIds()) {
                        link(told.users()).ifPresent(links::add);
                    }
                }
                case Call.Ignored ignored -> {} // teaches nothing
            }
        }
        // links first, so that nothing is released to what a call of the same request outdates
        Set<Link> joined = identities.join(links);
        userAccounts.learn(taught);
        release.soon(Stream.concat(
                        taught.stream().map(Membership::userId),
                        joined.stream().flatMap(link -> Stream.of(link.one(), link.other())))
                .collect(Collectors.toSet()));
    }

    /** What the calls say of e-mail addresses, of which nothing depends on whether it is learned. */
    Addresses addresses() {
        return addresses;
    }

    /** The accounts of the users whose calls do not name one. */
    Map<String, String> accounts(List<Sorted.Heard> heard) {
        Set<String> asked = new HashSet<>();
        for (Sorted.Heard one : heard) {
            if (one.call() instanceof Call.Told told && told.account() == null) {
                asked.addAll(told.users());
            }
        }
        return asked.isEmpty() ? Map.of() : userAccounts.of(asked);
    }

    /**
     * The accounts of the users whose calls do not name one, when they are in memory and the calls teach nothing; null
     * when the database is needed. Does not wait.
     */
    @Nullable
    Map<String, String> remembered(List<Sorted.Heard> heard) {
        Map<String, String> accounts = new HashMap<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Told told -> {
                    if (told.joinsIds()
                            && !link(told.users()).map(identities::knows).orElse(true)) {
                        return null;
                    }
                    if (told.account() == null && !remember(told.users().getFirst(), accounts)) {
                        return null;
                    }
                }
                case Call.Ignored ignored -> {} // needs nothing
                case Call.Joined joined -> {
                    return null;
                }
                case Call.Renamed alias -> {
                    return null;
                }
            }
        }
        return accounts;
    }

    /** The first id of a user decides, so that of the others nothing need be known. */
    private boolean remember(String user, Map<String, String> accounts) {
        String account = userAccounts.remembered(user);
        if (account != null) {
            accounts.put(user, account);
        }
        return account != null;
    }

    /** The account of the first of these ids that has one. */
    static @Nullable String first(List<String> users, Map<String, String> accounts) {
        for (String user : users) {
            String account = accounts.get(user);
            if (account != null) {
                return account;
            }
        }
        return null;
    }

    /** Of a call that tells whose its ids are. */
    private static Optional<Link> link(List<String> users) {
        return users.size() < 2 ? Optional.empty() : Optional.of(new Link(users.getFirst(), users.getLast()));
    }
}
