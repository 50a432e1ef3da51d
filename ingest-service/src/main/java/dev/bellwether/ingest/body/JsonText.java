package dev.bellwether.ingest.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.bellwether.contracts.Utf8;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Streams over UTF-8 JSON and knows where in the bytes each value lies, so that slices can be handed on as they came.
 * Lengths of values are left to the reader, so that one long value does not fail a whole batch.
 */
public final class JsonText {

    /** Names are kept for the documents to come, which a long one is not worth. */
    private static final JsonFactory FACTORY = factory(500, 2_000);

    /** More than is in an event of the size that may be, and little to keep in memory. */
    private static final int DEEPEST = 50_000;

    private JsonText() {}

    private static JsonFactory factory(int deepest, int longestName) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNameLength(longestName)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /**
     * A stream that stands on the first token.
     *
     * @throws com.fasterxml.jackson.core.exc.StreamConstraintsException here or later, for deep nesting or a long name
     */
    public static JsonParser open(byte[] json) throws IOException {
        return begun(FACTORY, json);
    }

    /** Likewise, for what the other refuses because of a part that is odd: dearer, and hardly anything is too odd. */
    public static JsonParser openOdd(byte[] json) throws IOException {
        return begun(factory(DEEPEST, Integer.MAX_VALUE), json);
    }

    private static JsonParser begun(JsonFactory factory, byte[] json) throws IOException {
        JsonParser parser = factory.createParser(json);
        parser.nextToken();
        if (parser.currentTokenLocation().getByteOffset() < 0 || !Utf8.isValid(json)) {
            throw new JsonParseException(parser, "not UTF-8");
        }
        return parser;
    }

    /** Where the current token begins, in bytes. */
    public static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /** Passes over the current value, whatever it holds, and tells where it ended, in bytes. */
    public static int skip(JsonParser parser) throws IOException {
        parser.skipChildren();
        return end(parser);
    }

    /** Where the current token ended, in bytes. */
    public static int end(JsonParser parser) throws IOException {
        parser.finishToken();
        return (int) parser.currentLocation().getByteOffset();
    }

    /** The current value as text when it is text, a number, true or false; else null, and it is passed over. */
    public static @Nullable String scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            return parser.getText();
        }
        parser.skipChildren();
        return null;
    }

    /** Says where reading failed, for the person who sent it. */
    public static String failure(IOException e) {
        return e instanceof JsonParseException parse && parse.getLocation() != null
                ? "is not UTF-8 JSON: line " + parse.getLocation().getLineNr() + ", column "
                        + parse.getLocation().getColumnNr()
                : "is not UTF-8 JSON, or is nested too deeply";
    }
}
