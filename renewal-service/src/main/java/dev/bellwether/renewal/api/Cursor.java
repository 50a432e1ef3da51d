package dev.bellwether.renewal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.renewal.account.ListedContract;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A place in the list as an opaque text. */
final class Cursor {

    private Cursor() {}

    static String write(ListedContract.Place place) {
        return write(place.listedOn().toString(), place.accountId(), place.contractId());
    }

    static String write(String... parts) {
        return Arrays.stream(parts).map(Cursor::encode).collect(Collectors.joining("."));
    }

    /**
     * @throws Refusal when the text is no cursor of ours
     */
    static ListedContract.Place read(String cursor) {
        return read(cursor, 3, parts -> new ListedContract.Place(day(parts.get(0)), parts.get(1), parts.get(2)));
    }

    /**
     * @param count of its parts
     * @throws Refusal when the text is no cursor of ours
     */
    static <T> T read(String cursor, int count, Function<List<String>, T> place) {
        List<String> parts = List.of(cursor.split("\\.", -1));
        if (parts.size() != count) {
            throw unknown();
        }
        try {
            return place.apply(parts.stream().map(Cursor::decode).toList());
        } catch (RuntimeException e) { // foreign text: anything can be wrong with it
            throw unknown();
        }
    }

    /** Of ten characters: longer years are none of ours, and the database does not know them all. */
    private static LocalDate day(String text) {
        if (text.length() != 10) {
            throw new IllegalArgumentException("no day of ours is " + text);
        }
        return LocalDate.parse(text);
    }

    private static Refusal unknown() {
        return Refusal.parameter("cursor", "must be the nextCursor of an earlier answer");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decode(String text) {
        String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        if (decoded.indexOf('\0') >= 0 || !encode(decoded).equals(text)) {
            throw new IllegalArgumentException("no id holds a NUL, or what is no UTF-8");
        }
        return decoded;
    }
}
