package dev.bellwether.system.wrong.north;

import dev.bellwether.system.wrong.south.Tide;

/** Wrong on purpose: services meet in events only. */
public record Harbour(Tide tide) {}
