package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A whole letter. */
record LetterDocument(
        @JsonUnwrapped LetterLine line,

        @Schema(description = "the headers of the refused record; what looks like a credential is hidden")
        List<Named> headers,

        @Schema(description = "the original bytes; null when the record had none") @Nullable
        Content body) {

    /** Headers that a bridge from HTTP to Kafka may have taken along. */
    private static final Set<String> CREDENTIALS = Set.of(
            "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "writekey", "x-write-key");

    /** A header. */
    record Named(String name, @Nullable Content value) {

        static Named of(Header header) {
            boolean hidden = CREDENTIALS.contains(header.key().toLowerCase(Locale.ROOT));
            return new Named(header.key(), Content.of(hidden ? "(hidden)".getBytes(UTF_8) : header.value()));
        }
    }

    static LetterDocument of(Letter letter, LetterLine line) {
        return new LetterDocument(line, letter.headers().stream().map(Named::of).toList(), Content.of(letter.value()));
    }
}
