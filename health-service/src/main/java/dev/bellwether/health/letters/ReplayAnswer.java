package dev.bellwether.health.letters;

/**
 * What became of a letter that was sent again.
 *
 * @param to where it lies since
 */
record ReplayAnswer(String id, Origin.OnTopic to) {}
