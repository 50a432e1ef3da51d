package dev.bellwether.ingest.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
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

    /** What is done with a stream that stands on the first token. */
    public interface Work<T> {
        T with(JsonParser parser) throws IOException;
    }

    /**
     * Reads a document. For one that has an odd part, nested deeply or with a long name, it begins anew in a dearer way, so that
     * one odd event does not cost the others.
     *
     * @throws IOException when it is not UTF-8 JSON, or is odd beyond all measure
     */
    public static <T> T read(byte[] json, Work<T> work) throws IOException {
        try (JsonParser parser = begun(FACTORY, json)) {
            return work.with(parser);
        } catch (StreamConstraintsException e) {
            try (JsonParser parser = begun(factory(DEEPEST, Integer.MAX_VALUE), json)) {
                return work.with(parser);
            }
        }
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
