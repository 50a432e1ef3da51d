package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Whether bytes are UTF-8 (RFC 3629); parsers let overlong forms pass. */
public final class Utf8 {

    /** Characters that are decoded at once and thrown away. */
    private static final int PIECE = 8_192;

    private Utf8() {}

    /** Takes next to no memory, whatever the size. */
    public static boolean isValid(byte[] bytes) {
        return isAscii(bytes) || isDecodable(bytes);
    }

    private static boolean isAscii(byte[] bytes) {
        int all = 0;
        for (byte one : bytes) {
            all |= one;
        }
        return all >= 0;
    }

    static boolean isDecodable(byte[] bytes) {
        CharsetDecoder decoder = UTF_8.newDecoder(); // which reports what it cannot read
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer characters = CharBuffer.allocate(Math.min(bytes.length, PIECE));
        CoderResult result = decoder.decode(rest, characters, true);
        while (result.isOverflow()) {
            characters.clear();
            result = decoder.decode(rest, characters, true);
        }
        return !result.isError();
    }
}
