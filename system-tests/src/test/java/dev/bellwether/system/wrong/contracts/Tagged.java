package dev.bellwether.system.wrong.contracts;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** Wrong on purpose: whoever reads this event must have databind. */
@JsonSerialize
public record Tagged(String name) {}
