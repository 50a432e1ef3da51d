package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the calls of a request teach about the accounts of users, and what they need to know of them. */
@Singleton
class Memberships {

    private final UserAccounts userAccounts;
    private final Addresses addresses;
    private final Release release;

    Memberships(UserAccounts userAccounts, Addresses addresses, Release release) {
        this.userAccounts = userAccounts;
        this.addresses = addresses;
        this.release = release;
    }

    /** Returns when it is learned for good; what waited for it is on its way. */
    void learn(List<Sorted.Heard> heard) {
        List<Membership> taught = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Joined(var account, var users, var email, Statement says) ->
                    users.forEach(user -> taught.add(new Membership(user, account, says.at(), says.id())));
                case Call.Renamed(var previous, var user, var id, var at) ->
                    links.add(new Link(user, previous, at, id));
                case Call.Told told -> {
                    if (told.joinsIds()) {
                        links.add(Link.of(told));
                    }
                }
                case Call.Ignored ignored -> {} // likewise
            }
        }
        userAccounts.learn(taught);
        List<Membership> linked = linked(links);
        userAccounts.link(linked);
        List<Membership> followers = addresses.learn(heard);
        release.soon(Stream.of(taught, linked, followers)
                .flatMap(List::stream)
                .map(Membership::userId)
                .collect(Collectors.toSet()));
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
                    if (addresses.areNew(told)) {
                        return null;
                    }
                    if (told.joinsIds() && !told.users().stream().allMatch(user -> remember(user, accounts))) {
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

    /**
     * Of two ids of the same user the unknown one gets the account of the known one; while neither is known each follows
     * the other, so that whichever is learned tells both.
     */
    private List<Membership> linked(List<Link> links) {
        Set<String> users = new HashSet<>();
        links.forEach(link -> {
            users.add(link.user());
            users.add(link.other());
        });
        Map<String, String> accounts = users.isEmpty() ? Map.of() : userAccounts.of(users);
        List<Membership> linked = new ArrayList<>();
        for (Link link : links) {
            String account = first(List.of(link.user(), link.other()), accounts);
            if (account == null) {
                linked.add(link.follows(link.other(), link.user()));
                linked.add(link.follows(link.user(), link.other()));
            } else if (!accounts.containsKey(link.user())) {
                linked.add(new Membership(link.user(), account, link.at(), link.id()));
            } else if (!accounts.containsKey(link.other())) {
                linked.add(new Membership(link.other(), account, link.at(), link.id()));
            }
        }
        return linked;
    }

    /** A call said that two ids are the same user. */
    private record Link(String user, String other, Instant at, String id) {

        static Link of(Call.Told told) {
            Statement says = told.statement();
            return new Link(told.users().getFirst(), told.users().getLast(), says.at(), says.id());
        }

        Membership follows(String follower, String followed) {
            return new Membership(follower, null, followed, at, id);
        }
    }
}
