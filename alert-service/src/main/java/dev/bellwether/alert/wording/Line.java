package dev.bellwether.alert.wording;

/** One fact of a message: what it is, and its value in words. */
public record Line(String label, String value) {}
