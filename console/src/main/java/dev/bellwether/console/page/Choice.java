package dev.bellwether.console.page;

/** Something that can be chosen from a list. */
public record Choice(String value, String words, boolean chosen) {}
