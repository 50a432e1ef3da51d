package dev.bellwether.renewal.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.renewal.account.ListedContract;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** A place in the list as an opaque text. */
final class Cursor {

    private Cursor() {}

    static String write(ListedContract.Place place) {
        return String.join(
                ".", encode(place.listedOn().toString()), encode(place.accountId()), encode(place.contractId()));
    }

    /**
     * @throws Refusal when the text is no cursor of ours
     */
    static ListedContract.Place read(String cursor) {
        List<String> parts = List.of(cursor.split("\\.", -1));
        if (parts.size() != 3) {
            throw unknown();
        }
        try {
            return new ListedContract.Place(
                    LocalDate.parse(decode(parts.get(0))), decode(parts.get(1)), decode(parts.get(2)));
        } catch (RuntimeException e) { // foreign text: anything can be wrong with it
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return Refusal.parameter("cursor", "must be the nextCursor of an earlier answer");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String decode(String text) {
        String decoded = new String(Base64.getUrlDecoder().decode(text), UTF_8);
        if (decoded.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no id holds a NUL");
        }
        return decoded;
    }
}
