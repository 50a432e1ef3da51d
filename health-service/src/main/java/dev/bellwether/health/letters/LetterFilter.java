package dev.bellwether.health.letters;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are looked for; what is null lets all pass.
 *
 * @param reason part of the reason, in any case
 * @param origin the name of a topic or a door
 * @param account the account's id
 */
record LetterFilter(
        @Nullable String reason,
        @Nullable String origin,
        @Nullable String account) {

    boolean matches(Letter letter) {
        return (reason == null || letter.reason().toLowerCase(Locale.ROOT).contains(reason.toLowerCase(Locale.ROOT)))
                && (origin == null || letter.origin().isCalled(origin))
                && (account == null || account.equals(letter.account()));
    }
}
