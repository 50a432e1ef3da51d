package dev.bellwether.system.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code local.json} tells scripts of a running system.
 *
 * @param csms a bearer token by each customer success manager's e-mail address
 */
public record LocalFile(
        Map<String, String> urls,
        String kafka,
        String postgres,
        String writeKey,
        String admin,
        String manager,
        String ops,
        Map<String, String> csms,
        String password) {

    static LocalFile read(Path home) {
        try {
            JsonNode json =
                    new ObjectMapper().readTree(home.resolve("local.json").toFile());
            JsonNode tokens = json.required("tokens");
            return new LocalFile(
                    texts(json.required("urls")),
                    json.required("kafka").asText(),
                    json.required("postgres").asText(),
                    json.required("writeKey").asText(),
                    tokens.required("admin").asText(),
                    tokens.required("manager").asText(),
                    tokens.required("ops").asText(),
                    texts(tokens.required("csm")),
                    json.required("password").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read local.json in " + home, e);
        }
    }

    /** The address of a service or stand-in, without a slash at its end. */
    public String url(String name) {
        String url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no address of " + name + " among " + urls.keySet());
        }
        return url;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return "LocalFile" + urls;
    }
}
