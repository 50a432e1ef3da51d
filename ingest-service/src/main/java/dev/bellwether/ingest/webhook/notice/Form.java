package dev.bellwether.ingest.webhook.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.Reading;
import java.net.URLDecoder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code application/x-www-form-urlencoded} bodies like JSON: {@code response[score]=7} is /response/score. */
public final class Form {

    private static final int DEEPEST = 10;
    private static final int MOST_FIELDS = 2_000;

    private Form() {}

    /** Whether a body is one; JSON that is called a form, as curl does when it is not told otherwise, is JSON. */
    public static boolean isForm(@Nullable String contentType, byte[] body) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
                && !beginsLikeJson(body);
    }

    private static boolean beginsLikeJson(byte[] body) {
        for (byte one : body) {
            if (!Character.isWhitespace(one)) {
                return one == '{' || one == '[';
            }
        }
        return false;
    }

    /** The fields as an object of texts and objects, or what is wrong with them. */
    public static Reading<JsonNode> read(byte[] body) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        String[] pairs = new String(body, UTF_8).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            return Reading.refused("", "has more than " + MOST_FIELDS + " fields");
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    put(root, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException e) {
            return Reading.refused("", "is not a form: an escape is broken");
        }
        return new Reading.Understood<>(root);
    }

    private static void put(ObjectNode root, String name, String value) {
        String[] path = name.replace("]", "").split("\\[", DEEPEST);
        ObjectNode object = root;
        for (int i = 0; i < path.length - 1; i++) {
            object = object.get(path[i]) instanceof ObjectNode inner ? inner : object.putObject(path[i]);
        }
        object.put(path[path.length - 1], value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
