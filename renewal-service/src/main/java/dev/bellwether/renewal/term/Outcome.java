package dev.bellwether.renewal.term;

/** How a term ended. */
public enum Outcome {
    RENEWED,
    LAPSED,
    CHURNED
}
