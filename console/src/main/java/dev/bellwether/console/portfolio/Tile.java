package dev.bellwether.console.portfolio;

/**
 * A count of accounts that leads to them.
 *
 * @param key name for style sheets
 * @param current whether these are the accounts shown
 */
record Tile(String key, String word, String count, String href, boolean current) {}
