package dev.bellwether.alert.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Reading;
import java.io.IOException;
import java.time.Instant;

/** An event within a message: its envelope and its data as they are on the wire. */
final class EventJson {

    private static final String SOURCE = "/bellwether/alert";

    private EventJson() {}

    static final class Writer extends JsonSerializer<Event> {

        @Override
        public void serialize(Event event, JsonGenerator json, SerializerProvider provider) throws IOException {
            Envelope envelope = Codec.write(event, SOURCE);
            json.writeStartObject();
            json.writeStringField("id", envelope.id());
            json.writeStringField("type", envelope.type());
            json.writeStringField("subject", envelope.subject());
            json.writeStringField("time", envelope.time().toString());
            json.writeFieldName("data");
            json.writeRawValue(new String(envelope.data(), UTF_8));
            json.writeEndObject();
        }
    }

    static final class Reader extends JsonDeserializer<Event> {

        @Override
        public Event deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode kept = json.getCodec().readTree(json);
            var envelope = new Envelope(
                    kept.path("id").asText(),
                    SOURCE,
                    kept.path("type").asText(),
                    kept.path("subject").asText(),
                    Instant.parse(kept.path("time").asText()),
                    kept.path("data").toString().getBytes(UTF_8));
            return switch (Codec.read(envelope)) {
                case Reading.Understood<Event>(Event event) -> event;
                case Reading.Refused<Event> refused ->
                    throw new IOException("a kept event is not read any more: " + refused.problems());
            };
        }
    }
}
