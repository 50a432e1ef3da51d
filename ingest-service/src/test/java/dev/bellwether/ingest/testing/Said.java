package dev.bellwether.ingest.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the log says from now on until it is closed, warnings and worse. */
public final class Said extends Handler implements AutoCloseable {

    private static final Logger ALL = Logger.getLogger("");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public Said() {
        setLevel(Level.WARNING);
        ALL.addHandler(this);
    }

    /** By what the class tells itself of it. */
    public List<String> by(Class<?> logger) {
        return records.stream()
                .filter(one -> logger.getName().equals(one.getLoggerName()))
                .map(LogRecord::getMessage)
                .toList();
    }

    /** By all of these and below. */
    public List<String> below(String loggers) {
        return records.stream()
                .filter(one -> one.getLoggerName().startsWith(loggers))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord said) {
        if (said.getLevel().intValue() >= getLevel().intValue()) {
            records.add(said);
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        ALL.removeHandler(this);
    }
}
