package dev.bellwether.ingest.segment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of users as further ids of theirs, for surveys that know no other. An address follows whichever user
 * an identify gave it to last, and is never put above what was said of an id that looks like it.
 */
@Singleton
class Addresses {

    /** Few users are identified at once, of all that are kept in memory. */
    private static final int SHARE = 10;

    private final UserAccounts userAccounts;
    private final boolean wanted;
    /** Which user an address was lately given to, so that those who are identified again and again cost nothing. */
    private final Cache<String, String> lately;

    Addresses(UserAccounts userAccounts, IngestSettings settings) {
        this.userAccounts = userAccounts;
        this.wanted = settings.accounts().byEmail();
        this.lately = Caffeine.newBuilder()
                .maximumSize(settings.accounts().cachedUsers() / SHARE)
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }

    /** Whether the database does not know yet, as far as is known, what a call says of an address. Does not wait. */
    boolean areNew(Call.Told told) {
        return told.email() != null && isNew(told.email(), told.users().getFirst());
    }

    /**
     * Returns when it is learned for good.
     *
     * @return what was learned
     */
    List<Membership> learn(List<Sorted.Heard> heard) {
        List<Membership> given = new ArrayList<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Told(var account, var users, var email, Statement says) -> give(email, users, says, given);
                case Call.Joined(var account, var users, var email, Statement says) -> give(email, users, says, given);
                case Call.Renamed renamed -> {} // tells no address
                case Call.Ignored ignored -> {} // likewise
            }
        }
        if (!given.isEmpty()) {
            userAccounts.follow(withAccounts(given));
            given.forEach(one -> lately.put(one.userId(), String.valueOf(one.via())));
        }
        return given;
    }

    private void give(@Nullable String email, List<String> users, Statement says, List<Membership> given) {
        if (email != null && !users.isEmpty() && isNew(email, users.getFirst())) {
            given.add(new Membership(email, null, users.getFirst(), says.at(), says.id()));
        }
    }

    private boolean isNew(String email, String user) {
        return wanted && !email.equals(user) && !user.equals(lately.getIfPresent(email));
    }

    /** While the user has no account, the address keeps that of whoever had it before. */
    private List<Membership> withAccounts(List<Membership> given) {
        Set<String> emails = new HashSet<>();
        given.forEach(one -> emails.add(one.userId()));
        Map<String, String> accounts = userAccounts.of(emails);
        return given.stream()
                .map(one ->
                        new Membership(one.userId(), accounts.get(one.userId()), one.via(), one.at(), one.eventId()))
                .toList();
    }
}
