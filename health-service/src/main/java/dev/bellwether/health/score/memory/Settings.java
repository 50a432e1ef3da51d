package dev.bellwether.health.score.memory;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the business decided once for all accounts.
 *
 * @param days the days in which it counts
 * @param internalDomains e-mail domains of its own people, whose usage counts nowhere; case does not matter
 */
public record Settings(BusinessDays days, Set<String> internalDomains) {

    public Settings {
        internalDomains = internalDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Settings of a business in the zone, without internal domains. */
    public static Settings in(ZoneId zone) {
        return new Settings(new BusinessDays(zone), Set.of());
    }

    boolean isInternal(@Nullable String email) {
        if (email == null || internalDomains.isEmpty()) {
            return false;
        }
        String domain = email.substring(email.lastIndexOf('@') + 1).strip();
        return internalDomains.contains(domain.toLowerCase(Locale.ROOT));
    }
}
