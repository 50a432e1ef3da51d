package dev.bellwether.alert.web;

import dev.bellwether.alert.page.Cursor;
import dev.bellwether.alert.page.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Query parameters, read strictly. */
final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LAST_YEAR = 9999;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Parameters() {}

    static int limit(@Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > Page.LIMIT) {
            throw new BadParameter("limit", "must be from 1 to " + Page.LIMIT);
        }
        return wanted;
    }

    /** A cursor whose id has the form that the list gives out. */
    static Optional<Cursor> cursor(@Nullable String text, Predicate<String> idForm) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = Cursor.read(text)
                .filter(read -> idForm.test(read.id()))
                .orElseThrow(() -> new BadParameter("cursor", "must be a nextCursor of this list"));
        return Optional.of(cursor);
    }

    static boolean isUuid(String id) {
        return UUID_FORM.matcher(id).matches();
    }

    /** A moment with its offset, between the years 1 and 9999. */
    static Optional<Instant> instant(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime at = OffsetDateTime.parse(text);
            if (at.getYear() >= 1 && at.getYear() <= LAST_YEAR) {
                return Optional.of(at.toInstant());
            }
        } catch (DateTimeParseException e) {
            // below
        }
        throw new BadParameter(name, "must be a moment like 2026-03-02T09:00:00Z");
    }

    static <T> Optional<T> oneOf(
            String name, @Nullable String text, Function<String, Optional<T>> read, String choices) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read.apply(text).orElseThrow(() -> new BadParameter(name, "must be one of " + choices)));
    }

    static Optional<String> text(String name, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new BadParameter(name, "must not hold a NUL");
        }
        return Optional.ofNullable(text).filter(given -> !given.isEmpty());
    }
}
