package dev.bellwether.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of the console's pages. */
public final class Address {

    private Address() {}

    /** The page of an account, whatever its id is made of. */
    public static String ofAccount(String id) {
        return "/accounts/" + encoded(id);
    }

    /** A path with a query. */
    public static String of(String path, Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), text -> text.isEmpty() ? path : path + "?" + text));
    }

    private static String encoded(String text) {
        // a form encoder: only its plus must be told apart from a space
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
