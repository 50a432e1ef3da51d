package dev.bellwether.renewal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.Days;
import dev.bellwether.contracts.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A JSON object that a caller sent; what is wrong with its fields is collected, and answered all at once. */
final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 20_000;

    private final ObjectNode fields;
    private final List<Problem> problems = new ArrayList<>();

    private Body(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * @throws Refusal when it is no JSON object
     */
    static Body read(byte[] bytes) {
        try {
            if (JSON.readTree(new String(bytes, UTF_8)) instanceof ObjectNode object) {
                return new Body(object);
            }
        } catch (JsonProcessingException e) {
            throw Refusal.fields(List.of(new Problem("", "is not JSON: " + e.getOriginalMessage())));
        }
        throw Refusal.fields(List.of(new Problem("", "must be a JSON object")));
    }

    /** The fields as they were sent. */
    ObjectNode fields() {
        return fields;
    }

    @Nullable
    String text(String name) {
        JsonNode said = fields.path(name);
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        String text = said.asText();
        if (!said.isTextual() || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            wrong(name, "must be text that is not blank, of at most 20,000 characters and without a NUL");
            return null;
        }
        return text.strip();
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            wrong(name, "is required");
        }
        return text == null ? "" : text;
    }

    @Nullable
    Boolean flag(String name) {
        JsonNode said = fields.path(name);
        if (!said.isMissingNode() && !said.isNull() && !said.isBoolean()) {
            wrong(name, "must be true or false");
        }
        return said.isBoolean() ? said.booleanValue() : null;
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : Days.of(text);
        } catch (DateTimeException e) {
            wrong(name, "must be a day like 2026-03-31, from the years 1900 to 9999");
            return null;
        }
    }

    /** Finds wrong whatever is called otherwise: a slip of the pen would be taken for nothing said. */
    void only(Set<String> names) {
        fields.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                wrong(name, "is no field of it; there are " + String.join(", ", new TreeSet<>(names)));
            }
        });
    }

    /** Of a field, what was found first is told. */
    void wrong(String name, String detail) {
        String pointer = "/" + Problem.token(name);
        if (problems.stream().noneMatch(problem -> problem.pointer().equals(pointer))) {
            problems.add(new Problem(pointer, detail));
        }
    }

    /**
     * @throws Refusal when a field was wrong
     */
    void check() {
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
    }
}
