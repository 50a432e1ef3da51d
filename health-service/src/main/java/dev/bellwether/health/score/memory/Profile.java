package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account as of a day; null where nothing was ever said.
 *
 * @param owner e-mail of the customer success manager
 * @param seats seats sold, not negative
 */
public record Profile(
        @Nullable String name,
        @Nullable String owner,
        @Nullable String segment,
        @Nullable String stage,
        @Nullable Integer seats,
        @Nullable String currency,
        @Nullable String timeZone,
        @Nullable String parent,
        Map<String, String> traits,
        @Nullable AccountStatus status,
        @Nullable LocalDate churnedOn,
        @Nullable String churnReason) {

    /** The profile of an account nobody has described. */
    public static final Profile UNDESCRIBED =
            new Profile(null, null, null, null, null, null, null, null, Map.of(), null, null, null);

    public Profile {
        traits = Map.copyOf(traits);
    }

    /** Whether the customer had left by the day: status churned, and the day of leaving, where one is known, reached. */
    public boolean isChurnedOn(LocalDate day) {
        return status == AccountStatus.CHURNED && (churnedOn == null || !churnedOn.isAfter(day));
    }

    static final Fold<AccountDescribed, Profile> FOLD = new Fold<>() {

        private static final List<Function<AccountDescribed, @Nullable Object>> FIELDS = List.of(
                AccountDescribed::name,
                AccountDescribed::owner,
                AccountDescribed::segment,
                AccountDescribed::stage,
                AccountDescribed::seats,
                AccountDescribed::currency,
                AccountDescribed::timeZone,
                AccountDescribed::parent,
                AccountDescribed::status,
                AccountDescribed::churnedOn,
                AccountDescribed::churnReason);

        @Override
        public String idOf(AccountDescribed version) {
            return version.accountId();
        }

        @Override
        public boolean hides(AccountDescribed later, AccountDescribed earlier) {
            return later.traits().keySet().containsAll(earlier.traits().keySet())
                    && Fold.saysAllOf(later, earlier, FIELDS);
        }

        @Override
        public Profile fold(String id, List<AccountDescribed> versions) {
            Map<String, String> traits = new HashMap<>();
            versions.forEach(version -> traits.putAll(version.traits()));
            return new Profile(
                    Fold.newest(versions, AccountDescribed::name),
                    Fold.newest(versions, AccountDescribed::owner),
                    Fold.newest(versions, AccountDescribed::segment),
                    Fold.newest(versions, AccountDescribed::stage),
                    Fold.newest(versions, AccountDescribed::seats),
                    Fold.newest(versions, AccountDescribed::currency),
                    Fold.newest(versions, AccountDescribed::timeZone),
                    Fold.newest(versions, AccountDescribed::parent),
                    traits,
                    Fold.newest(versions, AccountDescribed::status),
                    Fold.newest(versions, AccountDescribed::churnedOn),
                    Fold.newest(versions, AccountDescribed::churnReason));
        }
    };
}
