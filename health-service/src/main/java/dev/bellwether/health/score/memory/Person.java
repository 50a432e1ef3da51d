package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.UserDescribed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one user as of a day.
 *
 * @param deactivatedOn the first of the days, without a gap up to now, at whose end the user was said to be deactivated;
 *     null when the newest word is otherwise
 * @param knownSince the day on which the user was first described
 */
public record Person(
        String userId,
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        boolean champion,
        boolean internal,
        @Nullable LocalDate deactivatedOn,
        LocalDate knownSince) {

    /** What to call the user in a sentence: the name, else the e-mail, else the id. */
    public String calledBy() {
        if (name != null) {
            return name;
        }
        return email != null ? email : userId;
    }

    record Folding(BusinessDays days) implements Fold<UserDescribed, Person> {

        private static final List<Function<UserDescribed, @Nullable Object>> FIELDS = List.of(
                UserDescribed::email,
                UserDescribed::name,
                UserDescribed::role,
                UserDescribed::champion,
                UserDescribed::internal,
                UserDescribed::deactivated);

        @Override
        public String idOf(UserDescribed version) {
            return version.userId();
        }

        @Override
        public boolean hides(UserDescribed later, UserDescribed earlier) {
            return Fold.saysAllOf(later, earlier, FIELDS);
        }

        @Override
        public Person fold(String id, List<UserDescribed> versions) {
            return new Person(
                    id,
                    Fold.newest(versions, UserDescribed::email),
                    Fold.newest(versions, UserDescribed::name),
                    Fold.newest(versions, UserDescribed::role),
                    isTrue(Fold.newest(versions, UserDescribed::champion)),
                    isTrue(Fold.newest(versions, UserDescribed::internal)),
                    deactivatedOn(versions),
                    days.dateOf(versions.getFirst().occurredAt()));
        }

        /** Only what was said last on a day is looked at: of the rest not all is kept. */
        private @Nullable LocalDate deactivatedOn(List<UserDescribed> oldestFirst) {
            SortedMap<LocalDate, Boolean> byDay = new TreeMap<>();
            for (UserDescribed version : oldestFirst) {
                if (version.deactivated() != null) {
                    byDay.put(days.dateOf(version.occurredAt()), version.deactivated());
                }
            }
            LocalDate since = null;
            for (Map.Entry<LocalDate, Boolean> said : byDay.entrySet()) {
                if (!said.getValue()) {
                    since = null;
                } else if (since == null) {
                    since = said.getKey();
                }
            }
            return since;
        }

        private static boolean isTrue(@Nullable Boolean flag) {
            return flag != null && flag;
        }
    }
}
