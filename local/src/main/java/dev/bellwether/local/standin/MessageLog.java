package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

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
        try {
            if (JSON.readTree(line) instanceof ObjectNode message) {
                remember(new Message(message.path("seq").asLong(), line));
            }
        } catch (JsonProcessingException e) {
            // the last line of a process that was killed while writing it: that message was never confirmed
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

    /** Those at hand with a number above this one, in order, as a JSON array. */
    synchronized String json(long sequence) {
        return newest.stream()
                .filter(message -> message.sequence > sequence)
                .map(Message::json)
                .collect(Collectors.joining(",", "[", "]"));
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
