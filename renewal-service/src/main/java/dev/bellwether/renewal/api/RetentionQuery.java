package dev.bellwether.renewal.api;

import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Grouping;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller may ask of the ledger; what is wrong with it is answered as a problem. */
record RetentionQuery(
        @QueryParam("from") @Parameter(required = true, description = "First day of the period, yyyy-mm-dd") @Nullable
        String fromText,

        @QueryParam("to") @Parameter(required = true, description = "Last day of the period, yyyy-mm-dd") @Nullable
        String toText,

        @QueryParam("by")
        @Parameter(description = "currency (default), owner or segment; currencies are never added up")
        @Nullable
        String byText,

        @QueryParam("group")
        @Parameter(description = "Only that owner's accounts, with by=owner, or those of that segment, with by=segment")
        @Nullable
        String groupText,

        @QueryParam("currency")
        @Parameter(description = "Only that currency, ISO 4217; XXX where none is known")
        @Nullable
        String currencyText,

        @QueryParam("knownAt")
        @Parameter(
                description = "As it was known at that instant, or at the end of that day: what was heard later is left"
                        + " out. Default: as it is known now")
        @Nullable
        String knownAtText) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    Asked asked(ZoneId zone, Optional<String> confinedTo) {
        LocalDate from = day("from", fromText);
        LocalDate to = day("to", toText);
        if (to.isBefore(from)) {
            throw Refusal.parameter("to", "must not be before from, " + from);
        }
        Grouping by = by(byText);
        return new Asked(
                from,
                to,
                knownAtText == null ? null : instant("knownAt", knownAtText, zone),
                by,
                zone,
                group(by, groupText),
                currency(currencyText),
                confinedTo.orElse(null));
    }

    static Grouping by(@Nullable String byText) {
        return byText == null
                ? Grouping.CURRENCY
                : Grouping.of(byText)
                        .orElseThrow(() -> Refusal.parameter("by", "must be one of currency, owner, segment"));
    }

    /** Owners are told in small letters, segments as they are written. */
    static @Nullable String group(Grouping by, @Nullable String groupText) {
        if (groupText != null && by == Grouping.CURRENCY) {
            throw Refusal.parameter("group", "is of an owner or a segment: say which by by=owner or by=segment");
        }
        String group = Texts.storable("group", groupText);
        return group == null || by != Grouping.OWNER ? group : group.toLowerCase(Locale.ROOT);
    }

    static @Nullable String currency(@Nullable String currencyText) {
        if (currencyText != null && !currencyText.matches("[A-Z]{3}")) {
            throw Refusal.parameter("currency", "must be a currency of ISO 4217, such as EUR");
        }
        return currencyText;
    }

    private static LocalDate day(String name, @Nullable String text) {
        if (text == null) {
            throw Refusal.parameter(name, "is missing: a day, yyyy-mm-dd");
        }
        try {
            return counted(name, LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw Refusal.parameter(name, "must be a day, yyyy-mm-dd");
        }
    }

    /** The same day, if the ledger counts it. */
    private static LocalDate counted(String name, LocalDate day) {
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Refusal.parameter(name, "must be a day from " + EARLIEST + " to " + LATEST);
        }
        return day;
    }

    private static Instant instant(String name, String text, ZoneId zone) {
        try {
            if (!text.contains("T")) {
                return day(name, text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minusNanos(1000);
            }
            Instant instant = Instant.parse(text);
            counted(name, instant.atZone(zone).toLocalDate());
            return instant;
        } catch (DateTimeException e) {
            throw Refusal.parameter(name, "must be an instant such as 2026-07-01T08:00:00Z, or a day, yyyy-mm-dd");
        }
    }
}
