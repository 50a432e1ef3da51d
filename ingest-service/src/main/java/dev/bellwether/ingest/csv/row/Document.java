package dev.bellwether.ingest.csv.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.money.Money;
import dev.bellwether.ingest.truth.Truth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a row as the JSON of its fact, fields in the order of the kind's columns whatever the order in the file. Text
 * that is no number, truth or time where one belongs is written as it is: the codec then says what belongs there.
 */
final class Document {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?");

    private final Row row;
    private final Spelling spelling;
    private final List<Problem> problems;

    private Document(Row row, Spelling spelling, List<Problem> problems) {
        this.row = row;
        this.spelling = spelling;
        this.problems = problems;
    }

    /**
     * @param problems to which it adds what it finds, with pointers to fields or columns
     */
    static byte[] of(Row row, Spelling spelling, List<Problem> problems) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            new Document(row, spelling, problems).fields(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return bytes.toByteArray();
    }

    static void number(String text, JsonGenerator json) throws IOException {
        if (NUMBER.matcher(text).matches()) {
            json.writeNumber(new BigDecimal(text).toPlainString());
        } else {
            json.writeString(text);
        }
    }

    private void fields(JsonGenerator json) throws IOException {
        Map<String, String> line = new LinkedHashMap<>();
        List<Column> columns = row.kind().columns();
        for (int i = 0; i < columns.size(); i++) {
            String value = row.values().get(i);
            if (value == null) {
                continue;
            }
            if (columns.get(i).form().isOfLine()) {
                line.put(columns.get(i).name(), value);
            } else {
                field(columns.get(i), value, json);
            }
        }
        if (!line.isEmpty()) {
            line(line, json);
        }
        others(json);
    }

    private void field(Column column, String value, JsonGenerator json) throws IOException {
        switch (column.form()) {
            case ATTRIBUTE, MOMENT, LINE, LINE_AMOUNT -> {}
            case TEXT, DAY -> json.writeStringField(column.name(), value);
            case NUMBER -> {
                json.writeFieldName(column.name());
                number(value, json);
            }
            case FLAG -> flag(column.name(), value, json);
            case INSTANT -> instant(column.name(), value, json);
            case DECIMAL_AMOUNT -> amount(value, json);
            case LINES -> lines(column.name(), value, json);
        }
    }

    private static void flag(String name, String value, JsonGenerator json) throws IOException {
        Boolean truth = Truth.read(value);
        if (truth == null) {
            json.writeStringField(name, value);
        } else {
            json.writeBooleanField(name, truth);
        }
    }

    private void instant(String name, String value, JsonGenerator json) throws IOException {
        Instant instant = spelling.instant(value);
        if (instant == null) {
            problems.add(new Problem("/" + name, Spelling.INSTANT));
        } else {
            json.writeStringField(name, instant.toString());
        }
    }

    private void amount(String value, JsonGenerator json) throws IOException {
        if (row.value("amount") != null) {
            problems.add(new Problem("/amountDecimal", "and amount both tell the amount: one is enough"));
            return;
        }
        try {
            json.writeNumberField("amount", Money.minor(value, row.value("currency")));
        } catch (IllegalArgumentException e) {
            problem("amountDecimal", e);
        }
    }

    private void lines(String name, String value, JsonGenerator json) throws IOException {
        try {
            String lines = Lines.json(value);
            json.writeFieldName(name);
            json.writeRawValue(lines);
        } catch (IllegalArgumentException e) {
            problem(name, e);
        }
    }

    private void line(Map<String, String> columns, JsonGenerator json) throws IOException {
        if (row.value("lines") != null) {
            problems.add(new Problem("/product", "and lines both tell the lines: one is enough"));
            return;
        }
        try {
            String line = Lines.json(columns, row.value("currency"));
            json.writeFieldName("lines");
            json.writeRawValue(line);
        } catch (IllegalArgumentException e) {
            problem("annualAmountDecimal", e);
        }
    }

    private void others(JsonGenerator json) throws IOException {
        if (row.others().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("traits");
        for (Map.Entry<String, String> other : row.others().entrySet()) {
            json.writeStringField(other.getKey(), other.getValue());
        }
        json.writeEndObject();
    }

    private void problem(String column, IllegalArgumentException e) {
        problems.add(new Problem("/" + column, String.valueOf(e.getMessage())));
    }
}
