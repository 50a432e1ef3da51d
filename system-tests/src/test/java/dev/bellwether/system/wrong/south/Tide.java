package dev.bellwether.system.wrong.south;

/** A value of the southern service. */
public record Tide(int height) {}
