package dev.bellwether.console.portfolio;

/** Something that can be chosen from a list. */
record Choice(String value, String words, boolean chosen) {}
