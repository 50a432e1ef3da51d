package dev.bellwether.alert.email;

/** The subject of a mail: one line, whatever an account is called. */
final class Subjects {

    private static final int LIMIT = 150;

    private Subjects() {}

    static String of(String headline) {
        String line = OneLine.oneLine(headline);
        boolean whole = line.codePointCount(0, line.length()) <= LIMIT;
        return "[Bellwether] " + (whole ? line : line.substring(0, line.offsetByCodePoints(0, LIMIT)) + '…');
    }
}
