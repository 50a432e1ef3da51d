package dev.bellwether.ingest.segment.call;

import java.util.function.Supplier;

/**
 * What holds for all requests.
 *
 * @param eventBytes largest call
 * @param freshId ids for calls that bring neither {@code messageId} nor a time
 */
public record Terms(Vocabulary vocabulary, int eventBytes, Supplier<String> freshId) {}
