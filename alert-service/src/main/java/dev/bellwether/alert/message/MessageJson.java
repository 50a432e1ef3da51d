package dev.bellwether.alert.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.Event;
import java.util.List;

/** Contents and recipients in the form in which they wait for their turn. */
public final class MessageJson {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new Jdk8Module(), new JavaTimeModule(), events())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // figures keep their digits
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    private MessageJson() {}

    private static SimpleModule events() {
        return new SimpleModule()
                .addSerializer(Event.class, new EventJson.Writer())
                .addDeserializer(Event.class, new EventJson.Reader());
    }

    public static String write(Content content) {
        return text(content);
    }

    public static String write(Recipient recipient) {
        return text(recipient);
    }

    public static String write(List<String> names) {
        return text(names);
    }

    /** Reads names that were written. */
    public static List<String> names(String json) {
        return List.of(read(json, String[].class));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalStateException when a later version no longer reads it
     */
    public static Content content(String json) {
        return read(json, Content.class);
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalStateException when a later version no longer reads it
     */
    public static Recipient recipient(String json) {
        return read(json, Recipient.class);
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept " + type.getSimpleName() + " is not read any more", e);
        }
    }
}
