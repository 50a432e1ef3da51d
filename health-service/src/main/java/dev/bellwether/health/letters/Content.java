package dev.bellwether.health.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as JSON can carry them, without losing one.
 *
 * @param encoding {@code utf-8} when the content is the text itself, {@code base64} when the bytes are no text
 */
record Content(String encoding, String content) {

    /** Null for what has no bytes. */
    static @Nullable Content of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return new Content(
                    "utf-8", UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new Content("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
