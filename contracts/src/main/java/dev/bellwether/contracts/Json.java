package dev.bellwether.contracts;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one JSON object field by field, in the order of the calls; a null field is left out. */
final class Json {

    /** A number of fewer digits is a long for sure. */
    private static final int LONG_DIGITS = 19;

    private final JsonGenerator generator;

    Json(JsonGenerator generator) {
        this.generator = generator;
    }

    static byte[] document(Consumer<Json> write) {
        return Pen.ofThread().document(write);
    }

    Json text(String name, @Nullable String value) {
        return field(name, value, generator::writeString);
    }

    Json number(String name, @Nullable BigDecimal value) {
        return field(name, value, this::plain);
    }

    Json integer(String name, @Nullable Integer value) {
        return field(name, value, generator::writeNumber);
    }

    Json whole(String name, @Nullable Long value) {
        return field(name, value, generator::writeNumber);
    }

    Json flag(String name, @Nullable Boolean value) {
        return field(name, value, generator::writeBoolean);
    }

    Json day(String name, @Nullable LocalDate value) {
        return field(name, value, day -> generator.writeString(day.toString()));
    }

    Json instant(String name, @Nullable Instant value) {
        return field(name, value, instant -> generator.writeString(InstantText.of(instant)));
    }

    Json constant(String name, @Nullable Constant value) {
        return field(name, value, constant -> generator.writeString(constant.json()));
    }

    <T> Json object(String name, T value, BiConsumer<T, Json> write) {
        return field(name, value, object -> nested(object, write));
    }

    <T> Json objects(String name, @Nullable List<T> values, BiConsumer<T, Json> write) {
        return field(name, values, list -> {
            generator.writeStartArray();
            for (T value : list) {
                nested(value, write);
            }
            generator.writeEndArray();
        });
    }

    Json list(String name, List<String> values) {
        return field(name, values, list -> {
            generator.writeStartArray();
            for (String value : list) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        });
    }

    /** Left out when empty; names sorted, so that equal events have equal bytes. */
    Json texts(String name, Map<String, String> values) {
        return field(
                name,
                values.isEmpty() ? null : new TreeMap<>(values),
                map -> nested(map, (texts, json) -> texts.forEach(json::text)));
    }

    Json numbers(String name, Map<String, BigDecimal> values) {
        return object(name, values, (map, json) -> map.forEach(json::number));
    }

    Json wholes(String name, Map<String, Long> values) {
        return object(name, new TreeMap<>(values), (map, json) -> map.forEach(json::whole));
    }

    private <T> void nested(T value, BiConsumer<T, Json> write) throws IOException {
        generator.writeStartObject();
        write.accept(value, this);
        generator.writeEndObject();
    }

    private void plain(BigDecimal value) throws IOException {
        if (value.scale() == 0 && value.precision() < LONG_DIGITS) { // nearly all, and needs no text
            generator.writeNumber(value.longValue());
        } else {
            generator.writeNumber(value.toPlainString());
        }
    }

    private <T> Json field(String name, @Nullable T value, Write<T> write) {
        if (value != null) {
            try {
                generator.writeFieldName(name);
                write.accept(value);
            } catch (IOException e) {
                throw new UncheckedIOException("writing JSON field " + name, e);
            }
        }
        return this;
    }

    private interface Write<T> {
        void accept(T value) throws IOException;
    }
}
