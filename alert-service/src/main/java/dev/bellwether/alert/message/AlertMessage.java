package dev.bellwether.alert.message;

/** The first that a recipient is told of a thread: posted aloud, and edited later by what follows in the thread. */
public record AlertMessage(Group group) implements Content {}
