package dev.bellwether.local.process;

/** How a member is doing. */
public sealed interface Condition {

    /** Running; ready when it answers that it can do its work. */
    record Running(long pid, boolean ready) implements Condition {}

    /** Was started and ended without being asked to. */
    record Dead() implements Condition {}

    /** Was never started, or stopped on request. */
    record Stopped() implements Condition {}
}
