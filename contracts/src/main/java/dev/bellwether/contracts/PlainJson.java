package dev.bellwether.contracts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/**
 * A cursor over the plain part of JSON that nearly all documents keep to (RFC 8259 without exponents, very long numbers and
 * deep nesting), at a fraction of what a parser costs that must know all of it. Where it says false the
 * document is not JSON or not plain, and the cursor is of no more use. Not for several threads at once.
 */
public final class PlainJson {

    /** What comes after the last byte. */
    public static final int END = -1;

    private static final int DEPTH_LIMIT = 8;
    private static final int NUMBER_LIMIT = 30;

    private byte[] json = {};
    private int at;
    private int from;
    private int to;
    private boolean literal;
    private boolean ascii;

    /** Stands before the first byte of a document. */
    public void begin(byte[] document) {
        json = document;
        at = 0;
        ascii = true;
    }

    /** Goes behind the next byte that is not blank, and gives it, or {@link #END}. */
    public int next() {
        while (at < json.length) {
            byte next = json[at++];
            if (next > ' ' || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                return next & 0xff;
            }
        }
        return END;
    }

    /** Passes over the rest of a text or name whose opening quote was the last byte. */
    public boolean text() {
        byte[] bytes = json;
        from = at;
        literal = true;
        int i = at;
        while (i < bytes.length) {
            byte next = bytes[i];
            if (next >= ' ' && next != '"' && next != '\\') { // nearly all
                i++;
            } else if (next == '"') {
                to = i;
                at = i + 1;
                return true;
            } else if (next < 0) { // beyond ASCII
                literal = false;
                ascii = false;
                i++;
            } else {
                int escape = next == '\\' ? escapeLength(i + 1) : 0;
                if (escape == 0) {
                    return false;
                }
                literal = false;
                i += 1 + escape;
            }
        }
        return false;
    }

    /** Passes over the rest of a number whose first byte was the last. */
    public boolean number() {
        from = at - 1;
        int whole = json[from] == '-' ? at : from;
        to = pastDigits(whole);
        if (to == whole || (json[whole] == '0' && to > whole + 1)) {
            return false;
        }
        literal = to == json.length || json[to] != '.';
        if (!literal) {
            int fraction = to + 1;
            to = pastDigits(fraction);
            if (to == fraction) {
                return false;
            }
        }
        at = to;
        return to - from <= NUMBER_LIMIT;
    }

    /** Passes over the rest of any value whose first byte is given, which was the last. */
    public boolean value(int first) {
        return value(first, DEPTH_LIMIT);
    }

    /** Whether the text last passed is all ASCII without an escape, or the number last passed has no fraction. */
    public boolean isLiteral() {
        return literal;
    }

    /** Where the next byte lies. */
    public int at() {
        return at;
    }

    /** The document. */
    public byte[] bytes() {
        return json;
    }

    /** Where the text or number last passed begins. */
    public int from() {
        return from;
    }

    /** The bytes of the text, without quotes, or number last passed. */
    public int length() {
        return to - from;
    }

    /** The text or number last passed, when it is literal. */
    public String characters() {
        return new String(json, from, to - from, ISO_8859_1); // which needs no look at each byte
    }

    /** Whether the text or number last passed is just that. */
    public boolean is(byte[] text) {
        return Arrays.equals(json, from, to, text, 0, text.length);
    }

    /**
     * Whether all of the document is valid UTF-8; meant for the end, as the texts that were passed tell most of it. Takes next
     * to no memory, whatever the document's size.
     */
    public boolean isUtf8() {
        return ascii || Utf8.isDecodable(json);
    }

    private boolean value(int first, int depth) {
        return switch (first) {
            case '"' -> text();
            case '{' -> depth > 0 && object(depth - 1);
            case '[' -> depth > 0 && array(depth - 1);
            case 't' -> rest("rue");
            case 'f' -> rest("alse");
            case 'n' -> rest("ull");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> false;
        };
    }

    private boolean object(int depth) {
        int next = next();
        if (next == '}') {
            return true;
        }
        while (next == '"' && text() && next() == ':' && value(next(), depth)) {
            next = next();
            if (next != ',') {
                return next == '}';
            }
            next = next();
        }
        return false;
    }

    private boolean array(int depth) {
        int next = next();
        if (next == ']') {
            return true;
        }
        while (value(next, depth)) {
            next = next();
            if (next != ',') {
                return next == ']';
            }
            next = next();
        }
        return false;
    }

    private boolean rest(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at == json.length || json[at++] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int pastDigits(int begin) {
        int end = begin;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        return end;
    }

    /** How long what follows a backslash is; 0 when it means nothing. */
    private int escapeLength(int begin) {
        if (begin == json.length) {
            return 0;
        }
        return switch (json[begin]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 1;
            case 'u' -> {
                int end = begin + 1;
                while (end < json.length && end < begin + 5 && Character.digit(json[end], 16) >= 0) {
                    end++;
                }
                yield end == begin + 5 ? 5 : 0;
            }
            default -> 0;
        };
    }
}
