package dev.bellwether.system.replay;

import org.jspecify.annotations.Nullable;

/**
 * Four figures of an account as of a day.
 *
 * @param wau users in 7 days
 * @param daysInactive days since the last use; null when there never was one
 * @param daysPastDue of the invoice overdue longest; 0 when none is; null when there never was an invoice
 * @param opened7 tickets opened in 7 days
 */
record Count(
        int wau, @Nullable Integer daysInactive, @Nullable Integer daysPastDue, int opened7) {}
