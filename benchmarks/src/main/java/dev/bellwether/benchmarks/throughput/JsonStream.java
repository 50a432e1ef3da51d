package dev.bellwether.benchmarks.throughput;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Streams through JSON and does nothing with it but count. Not for several threads at once. */
public final class JsonStream {

    private final JsonFactory json = new JsonFactory();
    private long tokens;

    /** Reads one document. */
    public void read(byte[] value) {
        try (JsonParser parser = json.createParser(value)) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON on the log", e);
        }
    }

    /** How many tokens there were so far. */
    public long tokens() {
        return tokens;
    }
}
