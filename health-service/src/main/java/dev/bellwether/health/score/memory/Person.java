package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.UserDescribed;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one user as of a day.
 *
 * @param knownSince the day on which the user was first described
 */
public record Person(
        String userId,
        @Nullable String email,
        @Nullable String name,
        @Nullable String role,
        boolean champion,
        boolean internal,
        boolean deactivated,
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
                    isTrue(Fold.newest(versions, UserDescribed::deactivated)),
                    days.dateOf(versions.getFirst().occurredAt()));
        }

        private static boolean isTrue(@Nullable Boolean flag) {
            return flag != null && flag;
        }
    }
}
