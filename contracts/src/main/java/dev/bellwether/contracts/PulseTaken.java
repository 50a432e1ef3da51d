package dev.bellwether.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A customer success manager said how the account feels. Immutable; the newest counts.
 *
 * @param opinion 1 (leaving) … 5 (safe); {@code score} is read as the same field
 */
public record PulseTaken(
        Occurrence occurrence,
        int opinion,
        @Nullable String author,
        @Nullable String comment) implements Fact {

    static PulseTaken read(Occurrence occurrence, Fields fields) {
        String name = fields.has("opinion") || !fields.has("score") ? "opinion" : "score";
        return new PulseTaken(
                occurrence,
                fields.required(name, fields.integer(name, 1, 5), 1),
                fields.text("author"),
                fields.longText("comment"));
    }

    void write(Json json) {
        json.integer("opinion", opinion).text("author", author).text("comment", comment);
    }
}
