package dev.bellwether.alert.book;

import dev.bellwether.alert.wording.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as people and programs see it.
 *
 * @param kind the flag's kind, or {@code RENEWAL_DUE}, {@code RENEWAL_DISPUTED}, {@code TERM_LAPSED}, {@code TERM_RENEWED}, {@code ACCOUNT_CHURNED}
 * @param status open, snoozed, acknowledged, resolved, cleared or superseded
 * @param figures the evidence of a flag by the names of the score's documentation
 * @param details the figures in words
 * @param handledBy who acknowledged or resolved it; of an open one who put it off
 * @param snoozedBy who put it off; null where nobody did
 * @param snoozedUntil until when; then it is told again
 * @param assignee whom it was given to; comes before the owner
 * @param score the account's score now, not when the alert was raised
 */
public record ListedAlert(
        UUID id,
        String accountId,
        String accountName,
        @Nullable String owner,
        String kind,
        String severity,
        String status,
        Instant raisedAt,
        Instant changedAt,
        String headline,
        String sentence,
        Map<String, BigDecimal> figures,
        List<Line> details,
        @Nullable BigDecimal score,
        String band,
        @Nullable String handledBy,
        @Nullable Instant handledAt,
        @Nullable String snoozedBy,
        @Nullable Instant snoozedUntil,
        @Nullable String assignee) {}
