package dev.bellwether.health.letters;

import java.time.Instant;

/**
 * That a letter was sent again, and where it lies since.
 *
 * @param letter its id
 * @param by the person who asked for it
 */
record Replayed(String letter, Origin.OnTopic to, Instant at, String by) {}
