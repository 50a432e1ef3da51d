package dev.bellwether.console.service;

/** What became of something that a service was told. */
public sealed interface Reply {

    /** It is kept. */
    record Kept() implements Reply {}

    /** The service would not have it; why, for people. */
    record Refused(String why) implements Reply {}

    /** No answer came, so that it may be kept or not. */
    record Unanswered(Trouble trouble) implements Reply {}
}
