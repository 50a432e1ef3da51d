package dev.bellwether.ingest.cloudevents.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bellwether.contracts.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the binary mode: attributes from {@code ce-} headers, data from the body. */
public final class BinaryReader {

    private static final String PREFIX = "ce-";
    private static final JsonFactory FACTORY = new JsonFactory();

    private BinaryReader() {}

    /**
     * @param headers names in lower case, one char a byte
     * @param contentType the type of the data; JSON when null
     */
    public static Candidate read(Map<String, String> headers, @Nullable String contentType, byte[] data) {
        Map<String, String> attributes = new TreeMap<>();
        List<Problem> problems = new ArrayList<>(0);
        headers.forEach((header, value) -> {
            if (header.startsWith(PREFIX) && !header.equals("ce-datacontenttype")) {
                String name = header.substring(PREFIX.length());
                String text = HeaderText.decode(value);
                if (text == null) {
                    problems.add(new Problem("/" + name, "must be percent-encoded UTF-8"));
                } else {
                    attributes.put(name, text);
                }
            }
        });
        if (contentType != null) {
            attributes.put("datacontenttype", contentType);
        }
        return new Candidate(attributes, data, data.length, () -> structured(attributes, data), problems);
    }

    /** The same event in one piece, so that what is refused can be kept and sent again. */
    private static byte[] structured(Map<String, String> attributes, byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(data.length * 2);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                json.writeStringField(attribute.getKey(), attribute.getValue());
            }
            json.writeBinaryField("data_base64", data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing JSON to memory", e);
        }
        return bytes.toByteArray();
    }
}
