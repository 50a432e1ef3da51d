package dev.bellwether.ingest.segment;

import com.github.benmanes.caffeine.cache.Cache;
import dev.bellwether.contracts.EventIds;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.account.Address;
import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.account.Memory;
import dev.bellwether.ingest.account.Release;
import dev.bellwether.ingest.account.StoreUnavailable;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Statement;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail addresses of users, for surveys that know nothing else of a person. An address follows whichever user it was given to
 * last, and says nothing of an id that looks like it.
 */
@Singleton
class Addresses {

    private static final Logger LOG = Logger.getLogger(Addresses.class);

    private final UserAccounts userAccounts;
    private final Release release;
    private final IngestMetrics metrics;
    private final boolean wanted;
    /** Which user an address was lately given to, so that those who are identified again and again cost nothing. */
    private final Cache<String, String> lately;

    Addresses(UserAccounts userAccounts, Release release, IngestMetrics metrics, IngestSettings settings) {
        this.userAccounts = userAccounts;
        this.release = release;
        this.metrics = metrics;
        this.wanted = settings.accounts().byEmail();
        this.lately = Memory.ofFew(settings);
    }

    /** Whether a call gives an address to a user, and it is not known in memory; does not wait. */
    boolean areNew(List<Sorted.Heard> heard) {
        return !given(heard).isEmpty();
    }

    /**
     * Returns when it is learned for good, or counted as not learned: no call is refused for an address, and the next one that tells it
     * teaches it.
     */
    void learn(List<Sorted.Heard> heard) {
        Map<String, Membership> given = given(heard);
        if (given.isEmpty()) {
            return;
        }
        try {
            Set<String> news = userAccounts.learn(withAccounts(given));
            given.forEach((address, one) -> {
                if (news.contains(address)) {
                    lately.put(address, String.valueOf(one.via()));
                } else {
                    lately.invalidate(address);
                }
            });
            release.soon(news);
        } catch (StoreUnavailable e) {
            metrics.unlearned(given.size());
            LOG.debug("addresses are not learned", e);
        }
    }

    /** The newest word of each address. */
    private Map<String, Membership> given(List<Sorted.Heard> heard) {
        if (!wanted) {
            return Map.of();
        }
        Map<String, Membership> given = new HashMap<>();
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

    private void give(@Nullable String email, List<String> users, Statement says, Map<String, Membership> given) {
        if (email != null && !users.isEmpty()) {
            String key = Address.key(email);
            String user = users.getFirst();
            if (!user.equals(lately.getIfPresent(key))) {
                given.merge(key, new Membership(key, null, user, says.at(), says.id()), Addresses::newer);
            }
        }
    }

    private static Membership newer(Membership one, Membership other) {
        return EventIds.isOlder(other.at(), other.eventId(), one.at(), one.eventId()) ? one : other;
    }

    /** While the user has no account, the address keeps that of whoever had it before. */
    private List<Membership> withAccounts(Map<String, Membership> given) {
        Map<String, String> accounts = userAccounts.of(given.keySet());
        return given.values().stream()
                .map(one ->
                        new Membership(one.userId(), accounts.get(one.userId()), one.via(), one.at(), one.eventId()))
                .toList();
    }
}
