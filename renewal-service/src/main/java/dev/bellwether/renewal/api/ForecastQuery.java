package dev.bellwether.renewal.api;

import dev.bellwether.renewal.forecast.Outlook;
import dev.bellwether.renewal.forecast.Quarter;
import dev.bellwether.renewal.ledger.Asked;
import dev.bellwether.renewal.ledger.Grouping;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a caller may ask of forecasts; what is wrong with it is answered as a problem. */
record ForecastQuery(
        @QueryParam("quarter") @Parameter(description = "Such as 2026-Q4; default: this one") @Nullable
        String quarterText,

        @QueryParam("by") @Parameter(description = "currency (default), owner or segment") @Nullable
        String byText,

        @QueryParam("group")
        @Parameter(description = "Only that owner's accounts, with by=owner, or those of that segment, with by=segment")
        @Nullable
        String groupText,

        @QueryParam("currency") @Parameter(description = "Only that currency, ISO 4217") @Nullable
        String currencyText) {

    Quarter quarter(LocalDate today) {
        return quarter(quarterText, today);
    }

    static Quarter quarter(@Nullable String text, LocalDate today) {
        return text == null
                ? Quarter.of(today)
                : Quarter.of(text).orElseThrow(() -> Refusal.parameter("quarter", "must be a quarter such as 2026-Q4"));
    }

    Asked asked(LocalDate today, ZoneId zone, Optional<String> confinedTo) {
        Quarter quarter = quarter(today);
        Grouping by = RetentionQuery.by(byText);
        return new Asked(
                quarter.from(),
                quarter.to(),
                null,
                by,
                zone,
                RetentionQuery.group(by, groupText),
                RetentionQuery.currency(currencyText),
                confinedTo.orElse(null));
    }

    static @Nullable Outlook outlook(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(Outlook.values())
                .filter(outlook -> outlook.word().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.parameter(
                        "outlook",
                        "must be one of "
                                + Arrays.stream(Outlook.values())
                                        .map(Outlook::word)
                                        .collect(Collectors.joining(", "))));
    }
}
