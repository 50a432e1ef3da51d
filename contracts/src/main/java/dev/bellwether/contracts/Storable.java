package dev.bellwether.contracts;

/** Tells which texts every service can keep as they are: bytes of UTF-8 on Kafka, text in PostgreSQL. */
public final class Storable {

    private Storable() {}

    /** The text up to that many chars, never with half of its last character. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /**
     * False with a NUL, which PostgreSQL does not take, or half a surrogate pair, which UTF-8 cannot write: different texts
     * would become one.
     */
    public static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || c >= Character.MIN_SURROGATE) {
                return isStorable(text, i);
            }
        }
        return true; // nearly all
    }

    private static boolean isStorable(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
