package dev.bellwether.ingest.cloudevents.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CloudEvents header. The specification wants percent-encoding; of the official clients one sends raw
 * UTF-8 and another raw Latin-1. All three mean the same text and must give the same text, for it becomes a key.
 */
public final class HeaderText {

    private HeaderText() {}

    /**
     * @param value one char a byte, as HTTP servers hand headers on
     * @return null when it is not text: a broken percent-encoding, or one that is not UTF-8
     */
    public static @Nullable String decode(String value) {
        byte[] bytes = unquoted(value.strip()).getBytes(ISO_8859_1);
        if (isAscii(bytes)) {
            byte[] decoded = percentDecoded(bytes);
            return decoded == null ? null : utf8(decoded);
        }
        String text = utf8(bytes);
        return text == null ? new String(bytes, ISO_8859_1) : text;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] percentDecoded(byte[] bytes) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            decoded.write(high * 16 + low);
            i += 2;
        }
        return decoded.toByteArray();
    }

    private static @Nullable String utf8(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
