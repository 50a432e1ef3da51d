package dev.bellwether.local.replay;

/** Data that cannot be understood; the message names the file, the line and the column. */
public final class UnreadableData extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableData(String message) {
        super(message);
    }
}
