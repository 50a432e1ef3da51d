package dev.bellwether.console.portfolio;

/**
 * The end of what is shown.
 *
 * @param shown how many rows were asked for; asking for as many again shows the same
 * @param moreHref where the next rows come from; empty when there are none
 * @param note what is to be said instead of more rows; empty when nothing
 */
record End(int shown, String moreHref, String note) {}
