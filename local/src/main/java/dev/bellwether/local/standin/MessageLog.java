package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What a stand-in received, in order of arrival, numbered from 1; kept in a file, one JSON object a line, so that a
 * restart loses nothing. The newest are at hand, as text, which is small.
 */
final class MessageLog {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int AT_HAND = 2_000;
    private static final int SHOWN = 200;

    private final Path file;
    private final Deque<Message> newest = new ArrayDeque<>();

    private MessageLog(Path file) {
        this.file = file;
    }

    static MessageLog in(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        MessageLog log = new MessageLog(file);
        if (Files.exists(file)) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    log.read(line);
                }
            }
        }
        return log;
    }

    private void read(String line) {
        long sequence = sequence(line);
        if (sequence > 0) {
            remember(new Message(sequence, line));
        }
    }

    /** The number of a line's message; 0 of what a process left that was killed while writing: it was never confirmed. */
    private static long sequence(String line) {
        try {
            return JSON.readTree(line).path("seq").asLong();
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    /** Keeps a message; when this returns it is on the disk. */
    synchronized void add(ObjectNode content) throws IOException {
        long sequence = newest.isEmpty() ? 1 : newest.getLast().sequence + 1;
        ObjectNode message = JSON.createObjectNode();
        message.put("seq", sequence);
        message.put("receivedAt", Instant.now().toString());
        message.setAll(content);
        String line = JSON.writeValueAsString(message);
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        remember(new Message(sequence, line));
    }

    private void remember(Message message) {
        newest.add(message);
        if (newest.size() > AT_HAND) {
            newest.remove();
        }
    }

    /** Writes all with a number above this one, in order, as a JSON array; those no longer at hand from the file. */
    void write(long sequence, Writer out) throws IOException {
        List<Message> atHand = atHand();
        long first = atHand.isEmpty() ? 1 : atHand.getFirst().sequence;
        String separator = "[";
        if (sequence < first - 1) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    long number = sequence(line);
                    if (number >= first) {
                        break;
                    }
                    if (number > sequence) {
                        out.append(separator).append(line);
                        separator = ",";
                    }
                }
            }
        }
        for (Message message : atHand) {
            if (message.sequence > sequence) {
                out.append(separator).append(message.json);
                separator = ",";
            }
        }
        out.append(separator.equals("[") ? "[]" : "]");
    }

    private synchronized List<Message> atHand() {
        return List.copyOf(newest);
    }

    /** What a page shows of them: the newest, the very newest first. */
    synchronized List<JsonNode> shown() {
        return newest.reversed().stream().limit(SHOWN).map(Message::read).toList();
    }

    private record Message(long sequence, String json) {

        JsonNode read() {
            try {
                return JSON.readTree(json);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException("a message that was JSON when it was kept", e);
            }
        }
    }
}
