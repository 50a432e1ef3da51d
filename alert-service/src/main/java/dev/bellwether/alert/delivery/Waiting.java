package dev.bellwether.alert.delivery;

import java.time.Instant;

/**
 * What waits on a channel.
 *
 * @param count messages, at least 1
 * @param since when the oldest of them was queued
 */
record Waiting(long count, Instant since) {}
