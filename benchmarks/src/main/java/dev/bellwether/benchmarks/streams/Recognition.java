package dev.bellwether.benchmarks.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads the needed fields of each use and recognises its user by a store of the days on which each was active. */
final class Recognition implements FixedKeyProcessor<String, byte[], Seen> {

    static final String STORE = "users";

    private static final long DAY_MILLIS = 86_400_000;
    private static final int WEEK = 7;

    private final JsonFactory json = new JsonFactory();
    private final long today;
    private @Nullable FixedKeyProcessorContext<String, Seen> context;
    private @Nullable KeyValueStore<Bytes, Long> users;
    private @Nullable Repeats repeats;

    Recognition(LocalDate today) {
        this.today = today.toEpochDay();
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Seen> context) {
        this.context = context;
        this.users = context.getStateStore(STORE);
        this.repeats = new Repeats(context.getStateStore(Repeats.STORE));
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        if (context == null || users == null || repeats == null) {
            throw new IllegalStateException("not begun yet");
        }
        Beginning.note();
        long day =
                Math.floorDiv(Instant.parse(text(record.headers(), "ce_time")).toEpochMilli(), DAY_MILLIS);
        // an event without an id or a type would be a dead letter
        String id = text(record.headers(), "ce_id");
        if (id.isEmpty() || !text(record.headers(), "ce_type").equals("bellwether.usage")) {
            throw new IllegalStateException("not a use");
        }
        if (repeats.isRepeat(record.key(), id, record.timestamp())) {
            return;
        }
        Fields fields = fields(record.value());
        Bytes person = Bytes.wrap((record.key() + '/' + fields.user()).getBytes(UTF_8));
        Long known = users.get(person);
        long days = known == null ? 0 : known;
        long bit = 1L << (today - day);
        boolean isNew = (days & bit) == 0;
        if (isNew) {
            users.put(person, days | bit);
        }
        long week = (1L << WEEK) - 1;
        boolean newThatWeek = (days & week) == 0 && (bit & week) != 0;
        context.forward(record.withValue(new Seen(day, fields.quantity(), isNew, newThatWeek)));
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }

    /** What of the data is needed. */
    private record Fields(String user, String feature, long quantity) {}

    private Fields fields(byte[] value) {
        String user = "";
        String feature = "";
        long quantity = 1;
        try (JsonParser parser = json.createParser(value)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "userId" -> user = parser.getText();
                    case "feature" -> feature = parser.getText();
                    case "quantity" -> quantity = parser.getLongValue();
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Fields(user, feature, quantity);
    }
}
