package dev.bellwether.ingest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file from a sender's customers to accounts: a JSON object, or CSV with a heading and two columns. */
final class AccountsFile {

    private static final JsonMapper JSON = new JsonMapper();

    private AccountsFile() {}

    static Map<String, String> read(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return Map.of();
        }
        Path path = file.get();
        return path.toString().endsWith(".json") ? json(path) : csv(path);
    }

    private static Map<String, String> json(Path path) throws IOException {
        JsonNode read = object(path);
        Map<String, String> accounts = new HashMap<>();
        read.properties().forEach(entry -> {
            JsonNode account = entry.getValue();
            if (!account.isValueNode() || account.isNull() || account.asText().isBlank()) {
                throw new IllegalArgumentException("customer '" + entry.getKey() + "' of " + path + " has no account");
            }
            accounts.put(entry.getKey(), account.asText());
        });
        return accounts;
    }

    private static JsonNode object(Path path) throws IOException {
        try {
            JsonNode read = JSON.readTree(TextFile.read(path));
            if (read.isObject()) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    path + " is no JSON: line " + e.getLocation().getLineNr(), e);
        }
        throw new IllegalArgumentException(path + " is no JSON object");
    }

    private static Map<String, String> csv(Path path) throws IOException {
        List<String> lines = TextFile.read(path).lines().toList();
        Map<String, String> accounts = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String[] columns = line.split("\\s*,\\s*", -1);
            if (!line.isEmpty()) {
                if (columns.length != 2 || columns[0].isEmpty() || columns[1].isEmpty()) {
                    throw new IllegalArgumentException(
                            "line " + (i + 1) + " of " + path + " is not a customer, a comma and an account");
                }
                accounts.put(unquoted(columns[0]), unquoted(columns[1]));
            }
        }
        return accounts;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
