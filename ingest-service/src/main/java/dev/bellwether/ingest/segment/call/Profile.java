package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.ingest.truth.Truth;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which traits of {@code identify} and {@code group} calls become which fields of a user and an account. */
final class Profile {

    private static final BigDecimal MOST_SEATS = BigDecimal.valueOf(100_000_000);

    private Profile() {}

    static UserDescribed user(Occurrence occurrence, String userId, Traits traits) {
        return new UserDescribed(
                occurrence,
                userId,
                traits.take("email"),
                fullName(traits),
                traits.take("role", "title"),
                traits.takeAs(Truth::read, "champion"),
                traits.takeAs(Truth::read, "internal"),
                traits.takeAs(Truth::read, "deactivated"));
    }

    static AccountDescribed account(Occurrence occurrence, Traits traits) {
        String segment = traits.take("segment");
        String stage = traits.take("stage");
        LocalDate churnedOn = traits.takeAs(Profile::day, "churnedOn");
        AccountStatus status = traits.takeAs(Profile::status, "status");
        String churnReason = traits.take("churnReason");
        return new AccountDescribed(
                occurrence,
                traits.take("name"),
                traits.take("owner", "ownerEmail", "csm"),
                segment == null ? traits.peek("industry") : segment,
                stage == null ? traits.peek("plan") : stage,
                traits.takeAs(Profile::seats, "seats", "licenses"),
                traits.takeAs(Profile::currency, "currency"),
                traits.takeAs(Profile::zone, "timeZone", "timezone"),
                traits.take("parent", "parentId"),
                traits.rest(),
                status,
                churnedOn,
                churnReason);
    }

    private static @Nullable String fullName(Traits traits) {
        String name = traits.take("name");
        if (name != null) {
            return name;
        }
        String first = traits.take("firstName");
        String last = traits.take("lastName");
        return first == null || last == null ? (first == null ? last : first) : first + " " + last;
    }

    private static @Nullable Integer seats(String text) {
        if (text.length() > 20) {
            return null;
        }
        try {
            BigDecimal seats = new BigDecimal(text.strip());
            boolean within = seats.signum() >= 0 && seats.compareTo(MOST_SEATS) <= 0;
            return within ? Integer.valueOf(seats.intValueExact()) : null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String currency(String text) {
        return text.matches("[A-Za-z]{3}") ? text.toUpperCase(Locale.ROOT) : null;
    }

    private static @Nullable String zone(String text) {
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable AccountStatus status(String text) {
        for (AccountStatus status : AccountStatus.values()) {
            if (status.json().equalsIgnoreCase(text)) {
                return status;
            }
        }
        return null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
