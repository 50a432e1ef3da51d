package dev.bellwether.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * The short way through the JSON of a {@link UsageRecorded}, for those who read a great many and need only keys of the
 * texts: one pass, no object but the quantity. It never judges: where anything is unusual it says so, and
 * {@link Codec} decides. Not for several threads at once.
 */
public final class UsageScanner {

    private static final int TEXT_LIMIT = 500;
    // a number so short is in every range
    private static final int SHORT_NUMBER = 11;

    /** Makes a key of a text. */
    @FunctionalInterface
    public interface TextKey {
        long of(char[] text, int offset, int length);
    }

    private final TextKey key;
    private boolean hasUser;
    private boolean hasFeature;
    private boolean hasQuantity;
    private long user;
    private long feature;
    private BigDecimal quantity = BigDecimal.ONE;

    public UsageScanner(TextKey key) {
        this.key = key;
    }

    /** True when all was usual: then key of user and feature and the quantity are what {@link Codec} would have read. */
    public boolean scan(byte[] json) {
        hasUser = false;
        hasFeature = false;
        hasQuantity = false;
        quantity = BigDecimal.ONE;
        if (json.length > JsonTree.LONGEST_TEXT) {
            return false; // a text that nobody asks for may be too long
        }
        try (JsonParser parser = JsonTree.FACTORY.createParser(json)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                    && scanFields(parser)
                    && parser.nextToken() == null
                    && hasUser
                    && hasFeature;
        } catch (IOException e) {
            return false;
        }
    }

    /** Key of the user id last scanned. */
    public long user() {
        return user;
    }

    /** Key of the feature last scanned. */
    public long feature() {
        return feature;
    }

    /** The quantity last scanned. */
    public BigDecimal quantity() {
        return quantity;
    }

    private boolean scanFields(JsonParser parser) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            boolean usual = switch (name) {
                case "userId" -> scanUser(parser, value);
                case "feature" -> scanFeature(parser, value);
                case "quantity" -> scanQuantity(parser, value);
                default -> pass(parser, value);
            };
            if (!usual) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_OBJECT;
    }

    private boolean scanUser(JsonParser parser, JsonToken value) throws IOException {
        if (hasUser || !isPlainText(parser, value)) {
            return false;
        }
        user = key.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        hasUser = true;
        return true;
    }

    private boolean scanFeature(JsonParser parser, JsonToken value) throws IOException {
        if (hasFeature || !isPlainText(parser, value)) {
            return false;
        }
        feature = key.of(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        hasFeature = true;
        return true;
    }

    private boolean scanQuantity(JsonParser parser, JsonToken value) throws IOException {
        if (hasQuantity || value != JsonToken.VALUE_NUMBER_INT || parser.getTextLength() > SHORT_NUMBER) {
            return false;
        }
        long whole = parser.getLongValue();
        quantity = whole == 1 ? BigDecimal.ONE : BigDecimal.valueOf(whole);
        hasQuantity = true;
        return true;
    }

    /** Text that is surely valid: nothing blank or too long, no surrogates, no NUL. */
    private static boolean isPlainText(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING || parser.getTextLength() > TEXT_LIMIT) {
            return false;
        }
        char[] text = parser.getTextCharacters();
        int end = parser.getTextOffset() + parser.getTextLength();
        boolean blank = true;
        for (int i = parser.getTextOffset(); i < end; i++) {
            if (text[i] == 0 || Character.isSurrogate(text[i])) {
                return false;
            }
            blank = blank && Character.isWhitespace(text[i]);
        }
        return !blank;
    }

    /** Passes over the value of a field that means nothing here. */
    private static boolean pass(JsonParser parser, JsonToken value) throws IOException {
        int depth = 0;
        JsonToken token = value;
        do {
            if (token == null || isLongNumber(parser, token)) {
                return false;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            token = depth > 0 ? parser.nextToken() : token;
        } while (depth > 0);
        return true;
    }

    private static boolean isLongNumber(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NUMBER_FLOAT && parser.getTextLength() > SHORT_NUMBER;
    }
}
