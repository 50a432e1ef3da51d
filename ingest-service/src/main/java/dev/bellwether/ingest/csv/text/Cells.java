package dev.bellwether.ingest.csv.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Takes a record apart into its cells, without the blanks around them. */
public final class Cells {

    private static final CsvFactory FACTORY =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final char delimiter;
    private final CsvSchema schema;

    public Cells(char delimiter) {
        this.delimiter = delimiter;
        this.schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    }

    /**
     * The cells of a record.
     *
     * @throws Malformed when the bytes are no record; the message completes a sentence that begins with it
     */
    public List<String> of(Frame frame) throws Malformed {
        switch (frame.flaw()) {
            case TOO_LONG -> throw new Malformed("is longer than a row may be");
            case UNCLOSED_QUOTE -> throw new Malformed("opens a quote that is not closed");
            case NONE -> {}
        }
        String text = text(frame.bytes());
        return split(text.indexOf('"') < 0 ? text : withoutBlanksBeforeQuotes(text));
    }

    /** For the parser a quote behind a blank is part of a bare cell. */
    private String withoutBlanksBeforeQuotes(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int blanks = 0; // in front of the cell, as long as there is nothing else of it; else -1
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            if (here == '"') {
                kept.setLength(kept.length() - Math.max(blanks, 0));
                // one that follows at once on the one that ends a cell goes on with it
                quoted = !quoted && (blanks >= 0 || text.charAt(i - 1) == '"');
            }
            kept.append(here);
            if (here == delimiter && !quoted) {
                blanks = 0;
            } else {
                blanks = blanks >= 0 && (here == ' ' || here == '\t') ? blanks + 1 : -1;
            }
        }
        return kept.toString();
    }

    private List<String> split(String text) throws Malformed {
        List<String> cells = new ArrayList<>();
        try (CsvParser parser = FACTORY.createParser(text)) {
            parser.setSchema(schema);
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    cells.add(strip(parser));
                }
            }
        } catch (IOException e) {
            throw new Malformed(
                    "has a quote where none may stand: quotes surround a whole cell, and are doubled within");
        }
        return cells;
    }

    private static String strip(JsonParser parser) throws IOException {
        return parser.getText().strip();
    }

    private static String text(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("is not UTF-8: save the file in that encoding");
        }
    }

    /** What cannot be taken apart. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }
}
