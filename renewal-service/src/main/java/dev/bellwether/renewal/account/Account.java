package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.stake.Call;
import dev.bellwether.renewal.stake.Gravity;
import dev.bellwether.renewal.term.History;
import dev.bellwether.renewal.term.Past;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an account and its contracts.
 *
 * @param condition null until the health-service first spoke of the account
 * @param flags sentences of the open flags, the gravest first
 * @param gravity of the open flags
 * @param calls what was last said of its terms
 * @param versions of its contracts, by contract id
 * @param past what was noted of its contracts, by contract id
 * @param settlesAt until then more events of a contract that came are likely; null when none came since the last look
 */
public record Account(
        String id,
        Profile profile,
        @Nullable Condition condition,
        List<String> flags,
        Gravity gravity,
        Map<Desks.Key, Call> calls,
        Map<String, List<ContractChanged>> versions,
        Map<String, Past> past,
        @Nullable Instant settlesAt) {

    public Account {
        flags = List.copyOf(flags);
        calls = Map.copyOf(calls);
        versions = Map.copyOf(versions);
        past = Map.copyOf(past);
    }

    /** The contracts, each folded from its versions. */
    public List<History> contracts(ZoneId zone) {
        return versions.values().stream()
                .map(all -> History.fold(all, zone, profile.currency()))
                .toList();
    }

    /** Whether it is too early to tell anything: something that belongs to a fresh contract is still missing. */
    public boolean isSettling(Instant now) {
        boolean complete = profile.name() != null && profile.owner() != null && condition != null;
        return settlesAt != null && now.isBefore(settlesAt) && !complete;
    }

    /** The band of its score. */
    public Band band() {
        return condition == null ? Band.UNKNOWN : condition.band();
    }

    /** The account as others are told of it. */
    public AccountSnapshot snapshot() {
        return snapshot(id, profile, condition);
    }

    static AccountSnapshot snapshot(String id, Profile profile, @Nullable Condition condition) {
        String name = profile.name() == null ? id : profile.name();
        return condition == null
                ? new AccountSnapshot(name, profile.owner(), null, Band.UNKNOWN)
                : new AccountSnapshot(name, profile.owner(), condition.score(), condition.band());
    }
}
