package dev.bellwether.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns the context attributes of a CloudEvent, wherever they came from, into an {@link Envelope}. Which names the
 * attributes have on the wire is the caller's affair: it hands in a function from attribute name to text or null.
 */
public final class Attributes {

    /** Longest id, source, type or subject, in characters. */
    public static final int LIMIT = 255;

    /** What decoders put in the place of bytes they cannot read: different ids would become one. */
    private static final char UNREADABLE = '\uFFFD';

    /** What is wrong with a text that holds it. */
    public static final String UNREADABLE_DETAIL = "must be UTF-8, and some of it is not";

    private Attributes() {}

    /**
     * @param attribute the text of an attribute, or null when it is absent
     * @param arrivedAt stands in for an absent {@code time}
     */
    public static Reading<Envelope> read(Function<String, @Nullable String> attribute, Instant arrivedAt, byte[] data) {
        List<Problem> problems = new ArrayList<>();
        String version = attribute.apply("specversion");
        if (!Envelope.SPEC_VERSION.equals(version)) {
            problems.add(new Problem("/specversion", version == null ? "is required" : "must be 1.0"));
        }
        String id = required("id", attribute, problems);
        String source = required("source", attribute, problems);
        String type = required("type", attribute, problems);
        String subject = required("subject", attribute, problems);
        Instant time = time(attribute.apply("time"), arrivedAt, problems);
        return problems.isEmpty()
                ? new Reading.Understood<>(new Envelope(id, source, type, subject, time, data))
                : new Reading.Refused<>(problems);
    }

    /**
     * Whether a text can be kept where ids and names are: at most {@link #LIMIT} characters, {@link Storable}, and {@link
     * #isReadable readable}.
     */
    public static boolean isKeepable(String text) {
        return isShortAndStorable(text) && isReadable(text);
    }

    /** Whether it is without U+FFFD, which stands for bytes that somebody could not read. */
    public static boolean isReadable(String text) {
        return text.indexOf(UNREADABLE) < 0;
    }

    private static boolean isShortAndStorable(String text) {
        return text.length() <= LIMIT && Storable.isStorable(text);
    }

    private static String required(String name, Function<String, @Nullable String> attribute, List<Problem> problems) {
        String value = attribute.apply(name);
        if (value == null || value.isBlank()) {
            problems.add(
                    new Problem("/" + name, name.equals("subject") ? "is required: the account id" : "is required"));
            return "";
        }
        if (!isShortAndStorable(value)) {
            problems.add(new Problem(
                    "/" + name, "must have at most " + LIMIT + " characters, no NUL and no half of a surrogate pair"));
        }
        if (!isReadable(value)) {
            problems.add(new Problem("/" + name, UNREADABLE_DETAIL));
        }
        return value;
    }

    private static Instant time(@Nullable String text, Instant arrivedAt, List<Problem> problems) {
        if (text == null) {
            return arrivedAt;
        }
        try {
            return Fields.instantOf(text);
        } catch (DateTimeException e) {
            problems.add(new Problem("/time", "must be an RFC 3339 instant like 2026-03-31T09:30:00Z"));
            return arrivedAt;
        }
    }
}
