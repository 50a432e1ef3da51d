package dev.bellwether.alert.email;

/** The subject of a mail: one line, whatever an account is called. */
final class Subjects {

    private static final int LIMIT = 150;

    private Subjects() {}

    static String of(String headline) {
        StringBuilder line = new StringBuilder("[Bellwether] ");
        headline.codePoints()
                .map(codePoint -> breaksLine(codePoint) ? ' ' : codePoint)
                .limit(LIMIT)
                .forEach(line::appendCodePoint);
        boolean whole = headline.codePointCount(0, headline.length()) <= LIMIT;
        return whole ? line.toString() : line.append('…').toString();
    }

    /** Control characters, and the two separators that some mail programs take for a line's end. */
    private static boolean breaksLine(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }
}
