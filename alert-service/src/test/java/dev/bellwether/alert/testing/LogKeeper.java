package dev.bellwether.alert.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps all that is logged while it is open, exceptions included. */
public final class LogKeeper extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public static LogKeeper start() {
        LogKeeper keeper = new LogKeeper();
        keeper.setFormatter(new SimpleFormatter());
        ROOT.addHandler(keeper);
        return keeper;
    }

    /** Everything that was logged so far. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord record) {
        StringWriter stack = new StringWriter();
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(stack, true));
        }
        lines.add(getFormatter().formatMessage(record) + " " + stack);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
