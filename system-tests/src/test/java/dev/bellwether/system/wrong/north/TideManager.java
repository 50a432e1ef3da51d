package dev.bellwether.system.wrong.north;

/** Wrong on purpose: its name says nothing. */
public record TideManager(int count) {}
