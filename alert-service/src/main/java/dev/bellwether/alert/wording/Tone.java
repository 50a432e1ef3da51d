package dev.bellwether.alert.wording;

/** How a message feels, for channels that have colours and symbols. */
public enum Tone {
    GOOD,
    CALM,
    CONCERNED,
    ALARMED
}
