package dev.bellwether.ingest.segment.call;

import org.jspecify.annotations.Nullable;

/** The calls of Segment's tracking API. */
public enum Kind {
    TRACK("track", "t"),
    IDENTIFY("identify", "i"),
    GROUP("group", "g"),
    PAGE("page", "p"),
    SCREEN("screen", "s"),
    ALIAS("alias", "a");

    private final String wireName;
    private final String letter;

    Kind(String wireName, String letter) {
        this.wireName = wireName;
        this.letter = letter;
    }

    /** The call of that {@code type}, or null. */
    public static @Nullable Kind named(@Nullable String wireName) {
        for (Kind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return kind;
            }
        }
        return null;
    }

    /** The call behind the one-letter path of the browser client, or null. */
    public static @Nullable Kind ofLetter(String letter) {
        for (Kind kind : values()) {
            if (kind.letter.equals(letter)) {
                return kind;
            }
        }
        return null;
    }
}
