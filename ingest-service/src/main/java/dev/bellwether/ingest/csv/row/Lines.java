package dev.bellwether.ingest.csv.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.bellwether.ingest.money.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a contract: as JSON, as {@code Pro:1200000; Support:240000}, or as one product in columns of its own.
 */
final class Lines {

    static final String DETAIL = "must be lines like Pro:1200000; Support:240000 (annual amounts in minor units), or"
            + " [{\"product\":\"Pro\",\"annualAmount\":1200000}]";

    private static final JsonFactory FACTORY = new JsonFactory();

    private Lines() {}

    /**
     * The field's value as JSON.
     *
     * @throws IllegalArgumentException when the text is neither; the message completes a sentence
     */
    static String json(String text) {
        return text.startsWith("[") ? written(json -> copy(text, json)) : written(json -> listed(text, json));
    }

    /**
     * The one line that a row has in columns of its own, as JSON.
     *
     * @throws IllegalArgumentException when the amount is none; the message completes a sentence
     */
    static String json(Map<String, String> columns, @Nullable String currency) {
        String decimal = columns.get("annualAmountDecimal");
        String whole = columns.get("annualAmount");
        if (decimal != null && whole != null) {
            throw new IllegalArgumentException("and annualAmount both tell the amount: one is enough");
        }
        String amount = decimal == null ? whole : Money.minor(decimal, currency).toPlainString();
        return written(json -> {
            json.writeStartArray();
            write(columns.get("product"), amount, json);
            json.writeEndArray();
        });
    }

    private static void listed(String text, JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (String line : text.split("[;|]")) {
            int colon = line.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException(DETAIL);
            }
            write(line.substring(0, colon).strip(), line.substring(colon + 1).strip(), json);
        }
        json.writeEndArray();
    }

    private static void write(@Nullable String product, @Nullable String annualAmount, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        if (product != null) {
            json.writeStringField("product", product);
        }
        if (annualAmount != null) {
            json.writeFieldName("annualAmount");
            Document.number(annualAmount, json);
        }
        json.writeEndObject();
    }

    /** Copied token by token, for only then it cannot become more than one value. */
    private static void copy(String text, JsonGenerator json) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException(DETAIL);
            }
        }
    }

    private static String written(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) { // of the text that was copied: memory does not fail
            throw new IllegalArgumentException(DETAIL, e);
        }
        return text.toString();
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
