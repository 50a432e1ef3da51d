package dev.bellwether.ingest.segment;

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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the calls of a request teach about the accounts of users, and what they need to know of them. */
@Singleton
class Memberships {

    private final UserAccounts userAccounts;
    private final Release release;

    Memberships(UserAccounts userAccounts, Release release) {
        this.userAccounts = userAccounts;
        this.release = release;
    }

    /** Returns when it is learned for good; what waited for it is on its way. */
    void learn(List<Sorted.Heard> heard) {
        List<Membership> taught = new ArrayList<>();
        List<Call.Renamed> renamed = new ArrayList<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Joined(var account, var users, Statement says) ->
                    users.forEach(user -> taught.add(new Membership(user, account, says.at(), says.id())));
                case Call.Renamed alias -> renamed.add(alias);
                case Call.Told told -> {} // teaches nothing
                case Call.Ignored ignored -> {} // likewise
            }
        }
        userAccounts.learn(taught);
        List<Membership> shared = shared(renamed);
        userAccounts.learn(shared);
        release.soon(Stream.concat(taught.stream(), shared.stream())
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

    /** Of two names for the same user the unknown one gets the account of the known one. */
    private List<Membership> shared(List<Call.Renamed> renamed) {
        Set<String> users = new HashSet<>();
        renamed.forEach(alias -> {
            users.add(alias.previous());
            users.add(alias.user());
        });
        Map<String, String> accounts = users.isEmpty() ? Map.of() : userAccounts.of(users);
        List<Membership> shared = new ArrayList<>();
        for (Call.Renamed alias : renamed) {
            String account = first(List.of(alias.user(), alias.previous()), accounts);
            if (account != null) {
                String unknown = accounts.containsKey(alias.user()) ? alias.previous() : alias.user();
                if (!accounts.containsKey(unknown)) {
                    shared.add(new Membership(unknown, account, alias.at(), alias.id()));
                }
            }
        }
        return shared;
    }
}
