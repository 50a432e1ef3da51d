package dev.bellwether.alert.document;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms that texts in documents have; each throws IllegalArgumentException for what has not its form. */
public final class Forms {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}");
    private static final List<String> RENEWALS =
            List.of("RENEWAL_DUE", "RENEWAL_DISPUTED", "TERM_LAPSED", "TERM_RENEWED", "ACCOUNT_CHURNED");

    public static final String AN_EMAIL = "an e-mail address";
    public static final String A_CHANNEL =
            "one of " + Arrays.stream(Channel.values()).map(Channel::label).collect(Collectors.joining(", "));
    public static final String A_SEVERITY =
            "one of " + Arrays.stream(Severity.values()).map(Severity::json).collect(Collectors.joining(", "));
    public static final String A_KIND = "a kind of flag, or one of " + String.join(", ", RENEWALS);

    private Forms() {}

    public static String email(String text) {
        if (!EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    public static Channel channel(String text) {
        return Channel.labelled(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    public static Severity severity(String text) {
        return Arrays.stream(Severity.values())
                .filter(one -> one.json().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    public static String kind(String text) {
        boolean known = RENEWALS.contains(text)
                || Arrays.stream(FlagKind.values()).anyMatch(kind -> kind.json().equals(text));
        if (!known) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    public static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
