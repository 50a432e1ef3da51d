package dev.bellwether.ingest.segment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.account.Address;
import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of users, for surveys that know nothing else of a person. An address follows whichever user it was given to
 * last, and says nothing of an id that looks like it.
 */
@Singleton
class Addresses {

    private static final Logger LOG = Logger.getLogger(Addresses.class);

    /** Few users are identified at once, of all that are kept in memory. */
    private static final int SHARE = 10;

    private final UserAccounts userAccounts;
    private final Release release;
    private final boolean wanted;
    /** Which user an address was lately given to, so that those who are identified again and again cost nothing. */
    private final Cache<String, String> lately;

    Addresses(UserAccounts userAccounts, Release release, IngestSettings settings) {
        this.userAccounts = userAccounts;
        this.release = release;
        this.wanted = settings.accounts().byEmail();
        this.lately = Caffeine.newBuilder()
                .maximumSize(settings.accounts().cachedUsers() / SHARE)
                .expireAfterWrite(settings.accounts().cachedFor())
                .build();
    }

    /** Whether a call gives an address to a user, and it is not known in memory; does not wait. */
    boolean areNew(List<Sorted.Heard> heard) {
        return !given(heard).isEmpty();
    }

    private List<Membership> given(List<Sorted.Heard> heard) {
        if (!wanted) {
            return List.of();
        }
        List<Membership> given = new ArrayList<>();
        for (Sorted.Heard one : heard) {
            switch (one.call()) {
                case Call.Told(var account, var users, var email, Statement says) -> give(email, users, says, given);
                case Call.Joined(var account, var users, var email, Statement says) -> give(email, users, says, given);
                case Call.Renamed renamed -> {} // tells no address
                case Call.Ignored ignored -> {} // likewise
            }
        }
        return given;
    }

    /**
     * Returns when it is learned for good, or the database is away: no call is refused for an address, and the next one that tells it
     * teaches it.
     */
    void learn(List<Sorted.Heard> heard) {
        List<Membership> given = given(heard);
        if (given.isEmpty()) {
            return;
        }
        try {
            userAccounts.learn(withAccounts(given));
        } catch (StoreUnavailable e) {
            LOG.debugf(e, "%d addresses are not learned", given.size());
            return;
        }
        given.forEach(one -> lately.put(one.userId(), String.valueOf(one.via())));
        release.soon(given.stream().map(Membership::userId).toList());
    }

    private void give(@Nullable String email, List<String> users, Statement says, List<Membership> given) {
        if (email != null && !users.isEmpty()) {
            String key = Address.key(email);
            String user = users.getFirst();
            if (!user.equals(lately.getIfPresent(key))) {
                given.add(new Membership(key, null, user, says.at(), says.id()));
            }
        }
    }

    /** While the user has no account, the address keeps that of whoever had it before. */
    private List<Membership> withAccounts(List<Membership> given) {
        Map<String, String> accounts =
                userAccounts.of(given.stream().map(Membership::userId).collect(Collectors.toSet()));
        return given.stream()
                .map(one ->
                        new Membership(one.userId(), accounts.get(one.userId()), one.via(), one.at(), one.eventId()))
                .toList();
    }
}
