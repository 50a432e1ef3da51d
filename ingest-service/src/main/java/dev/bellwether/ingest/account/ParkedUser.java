package dev.bellwether.ingest.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user whose account is waited for.
 *
 * @param otherUserId the same user under another id, such as the anonymous one
 * @param events how many wait
 * @param since when the oldest of them came
 */
public record ParkedUser(String userId, @Nullable String otherUserId, long events, Instant since) {}
