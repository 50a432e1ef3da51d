package dev.bellwether.system.wrong.helper;

/** Wrong on purpose: its package says nothing. */
public record Tides(int count) {}
