package dev.bellwether.alert.email;

import io.quarkus.qute.TemplateExtension;

/** What customers are called is one line of a mail: line breaks in it would let it say more than a name. */
@TemplateExtension
public final class OneLine {

    private OneLine() {}

    /** The text in one line. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints()
                .map(codePoint -> breaksLine(codePoint) ? ' ' : codePoint)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Control characters, and the two separators that some mail programs take for a line's end. */
    private static boolean breaksLine(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }
}
