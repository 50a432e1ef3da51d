package dev.bellwether.local.command;

/** A command that cannot go on; the message says why and what to do, for people. */
public final class CommandFailed extends Exception {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailed(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandFailed because(String message) {
        return new CommandFailed(message, 1);
    }

    static CommandFailed usage(String message) {
        return new CommandFailed(message, 2);
    }

    static CommandFailed because(Exception cause) {
        return because(String.valueOf(cause.getMessage()));
    }

    static CommandFailed usage(Exception cause) {
        return usage(String.valueOf(cause.getMessage()));
    }

    /** 1 when something went wrong, 2 when the command was not understood. */
    public int exitCode() {
        return exitCode;
    }
}
