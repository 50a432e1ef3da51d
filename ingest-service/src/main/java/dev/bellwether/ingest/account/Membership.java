package dev.bellwether.ingest.account;

import java.time.Instant;

/**
 * A call said that this user belongs to this account.
 *
 * @param at when the call happened; the newest holds
 * @param eventId of two calls at the same instant the larger id holds
 */
public record Membership(String userId, String accountId, Instant at, String eventId) {}
