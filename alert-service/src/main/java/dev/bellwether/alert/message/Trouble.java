package dev.bellwether.alert.message;

import java.time.Instant;

/**
 * Something is wrong with Bellwether itself, for those who run it; or it is over.
 *
 * @param summary what is wrong, in a sentence
 * @param over whether it is over
 * @param at when it was noticed
 */
public record Trouble(String summary, boolean over, Instant at) implements Content {}
