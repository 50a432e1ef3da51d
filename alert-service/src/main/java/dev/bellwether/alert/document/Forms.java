package dev.bellwether.alert.document;

import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.people.Person;
import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The forms that texts in documents have; each throws IllegalArgumentException for what has not its form. */
public final class Forms {

    private static final List<String> RENEWALS =
            List.of("RENEWAL_DUE", "RENEWAL_DISPUTED", "TERM_LAPSED", "TERM_RENEWED", "ACCOUNT_CHURNED");

    public static final String AN_EMAIL = "an e-mail address";
    public static final String CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::label).collect(Collectors.joining(", "));
    public static final String A_CHANNEL = "one of " + CHANNELS;
    public static final String A_SEVERITY =
            "one of " + Arrays.stream(Severity.values()).map(Severity::json).collect(Collectors.joining(", "));
    public static final String A_KIND = "a kind of flag, or one of " + String.join(", ", RENEWALS);

    public static final String A_MOMENT = "a moment such as 2026-12-24T18:00:00Z, in the years 2000 to 2099";
    public static final String A_DURATION = "a duration such as PT4H, at most P90D";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse((LAST_YEAR + 1) + "-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(90);

    private Forms() {}

    /** A moment with which one can still reckon. */
    public static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST)) {
            throw new IllegalArgumentException(text);
        }
        return moment;
    }

    /** A day with which one can still reckon. */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return date;
    }

    /** A positive duration. */
    public static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    public static String email(String text) {
        if (!Person.isAddress(text)) {
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
                || Constant.named(FlagKind.values(), text).isPresent();
        if (!known) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    public static DayOfWeek day(String text) {
        return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
