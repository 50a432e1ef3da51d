package dev.bellwether.console.account;

/**
 * What one signal takes from the score, ready to be drawn on a scale of 0 … 100.
 *
 * @param lost points lost, in words
 * @param most points it could lose, in words
 * @param track length of what it could lose
 * @param fill length of what it loses
 * @param from where it begins in the bar of all parts, which is as long as the score's 100 points
 * @param length how long it is there
 * @param shade name for style sheets
 */
record Part(
        String name,
        String sentence,
        String lost,
        String most,
        String track,
        String fill,
        String from,
        String length,
        String shade) {}
