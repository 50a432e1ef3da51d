package dev.bellwether.local.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stand-in received, in order of arrival, numbered from 1; kept in a file, one JSON object a line, so that a
 * restart loses nothing.
 */
final class MessageLog {

    static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<ObjectNode> messages;

    private MessageLog(Path file, List<ObjectNode> messages) {
        this.file = file;
        this.messages = messages;
    }

    static MessageLog in(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<ObjectNode> messages = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                read(line, messages);
            }
        }
        return new MessageLog(file, messages);
    }

    private static void read(String line, List<ObjectNode> messages) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode message) {
                messages.add(message);
            }
        } catch (JsonProcessingException e) {
            // the last line of a process that was killed while writing it: that message was never confirmed
        }
    }

    /** Keeps a message; when this returns it is on the disk. */
    synchronized void add(ObjectNode content) throws IOException {
        ObjectNode message = JSON.createObjectNode();
        message.put(
                "seq", messages.isEmpty() ? 1 : messages.getLast().path("seq").asLong() + 1);
        message.put("receivedAt", Instant.now().toString());
        message.setAll(content);
        Files.writeString(
                file, JSON.writeValueAsString(message) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        messages.add(message);
    }

    /** The messages with a number above this one, in order. */
    synchronized List<ObjectNode> since(long sequence) {
        return messages.stream()
                .filter(message -> message.path("seq").asLong() > sequence)
                .toList();
    }

    /** The same as a JSON array. */
    String json(long sequence) {
        ArrayNode array = JSON.createArrayNode();
        since(sequence).forEach((JsonNode message) -> array.add(message));
        return array.toString();
    }
}
