package dev.bellwether.renewal.calendar;

/** Folds lines as RFC 5545 counts them: in octets of UTF-8, where libraries count characters. */
final class Folding {

    private static final int MOST_OCTETS = 75;
    private static final String BREAK = "\r\n ";

    private Folding() {}

    /** The same content, however it was folded before. */
    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int octets = 0;
        int[] signs = text.replace(BREAK, "").codePoints().toArray();
        for (int sign : signs) {
            int size = octets(sign);
            if (sign == '\n') {
                octets = -size;
            } else if (sign != '\r' && octets + size > MOST_OCTETS) {
                folded.append(BREAK);
                octets = 1;
            }
            folded.appendCodePoint(sign);
            octets += sign == '\r' ? 0 : size;
        }
        return folded.toString();
    }

    private static int octets(int sign) {
        if (sign < 0x80) {
            return 1;
        }
        return sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4;
    }
}
