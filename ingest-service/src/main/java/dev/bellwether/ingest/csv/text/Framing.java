package dev.bellwether.ingest.csv.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of CSV into its records (RFC 4180, line feeds with or without carriage return) without holding more
 * than one of them. A record that is broken costs itself only: reading goes on with the line after its first.
 */
public final class Framing {

    private static final int READ_AHEAD = 65_536;
    private static final Pattern TOLD = Pattern.compile("\"?sep=([,;\t|])\"?\r?", Pattern.CASE_INSENSITIVE);
    /** Longer than any such line. */
    private static final int TOLD_BYTES = 9;

    private final Lookahead ahead;
    private final int longest;
    private char delimiter = ',';
    private long line = 1;
    private long offset;
    private long sum;

    /**
     * @param longest largest record, bytes
     */
    public Framing(InputStream in, int longest) {
        this.ahead = new Lookahead(in, longest + READ_AHEAD);
        this.longest = longest;
    }

    /**
     * Passes over a byte order mark, and over a first line like {@code sep=;}, by which Excel tells the delimiter.
     *
     * @param given the delimiter, or null for the one that the file tells, else is most frequent in the first line
     * @return whether the bytes may be UTF-8: not when the mark is that of UTF-16
     */
    public boolean begin(@Nullable Character given) throws IOException {
        int first = ahead.at(0);
        int second = ahead.at(1);
        if (first == 0xEF && second == 0xBB && ahead.at(2) == 0xBF) {
            ahead.consume(3);
        }
        Character told = told();
        settle();
        delimiter = given != null ? given : told != null ? told : mostFrequent();
        return !(first == 0xFE && second == 0xFF) && !(first == 0xFF && second == 0xFE);
    }

    public char delimiter() {
        return delimiter;
    }

    /** The next record that is not blank; null at the end. */
    public @Nullable Frame next() throws IOException {
        for (int first = ahead.at(0); first >= 0; first = ahead.at(0)) {
            if (first != '\n' && !(first == '\r' && ahead.at(1) == '\n')) {
                Frame frame = frame();
                settle();
                return frame;
            }
            ahead.consume(first == '\n' ? 1 : 2);
            line++;
            settle();
        }
        return null;
    }

    /** Bytes from the beginning of the stream to the end of the record read last, also when the next one broke off. */
    public long offset() {
        return offset;
    }

    /** A checksum of those bytes. */
    public long sum() {
        return sum;
    }

    /** The line that is read next. */
    public long line() {
        return line;
    }

    /** Passes over what was read before, to the end of the stream at most. */
    public void resume(long offset, long atLine) throws IOException {
        ahead.consumeTo(offset);
        line = atLine;
        settle();
    }

    private void settle() {
        offset = ahead.consumed();
        sum = ahead.sum();
    }

    private Frame frame() throws IOException {
        long begins = line;
        int firstBreak = -1;
        int breaks = 0;
        boolean quoted = false;
        int before = delimiter;
        for (int i = 0; i <= longest; i++) {
            int here = ahead.at(i);
            if (here < 0 || here == '\n' && !quoted) {
                return quoted && firstBreak >= 0
                        ? cut(firstBreak, 1, begins, Frame.Flaw.UNCLOSED_QUOTE)
                        : cut(i, breaks + 1, begins, quoted ? Frame.Flaw.UNCLOSED_QUOTE : Frame.Flaw.NONE);
            }
            if (isBlank(here) && before == delimiter) {
                continue; // a quote may have blanks before it
            }
            if (here == '"') {
                // in a quoted cell every quote ends it, and one that follows at once goes on with it
                quoted = !quoted && (before == delimiter || before == '"');
            } else if (here == '\n') {
                breaks++;
                firstBreak = firstBreak < 0 ? i : firstBreak;
            }
            before = here;
        }
        return firstBreak >= 0 ? cut(firstBreak, 1, begins, Frame.Flaw.UNCLOSED_QUOTE) : tooLong(begins);
    }

    private boolean isBlank(int here) {
        return (here == ' ' || here == '\t') && here != delimiter;
    }

    /** Takes that many bytes and the line break after them. */
    private Frame cut(int length, int lines, long begins, Frame.Flaw flaw) throws IOException {
        boolean carriageReturn = length > 0 && ahead.at(length - 1) == '\r';
        byte[] bytes = ahead.copy(carriageReturn ? length - 1 : length);
        ahead.consume(ahead.at(length) < 0 ? length : length + 1);
        line = begins + lines;
        return new Frame(bytes, begins, flaw);
    }

    private Frame tooLong(long begins) throws IOException {
        for (int here = ahead.at(0); here >= 0 && here != '\n'; here = ahead.at(0)) {
            ahead.consume(1);
        }
        if (ahead.at(0) >= 0) {
            ahead.consume(1);
        }
        line = begins + 1;
        return new Frame(new byte[0], begins, Frame.Flaw.TOO_LONG);
    }

    /** The delimiter that the first line tells; the line is passed over then. */
    private @Nullable Character told() throws IOException {
        StringBuilder text = new StringBuilder(TOLD_BYTES);
        int here = ahead.at(0);
        while (here >= 0 && here != '\n' && text.length() < TOLD_BYTES) {
            text.append((char) here);
            here = ahead.at(text.length());
        }
        Matcher told = TOLD.matcher(text);
        if (!told.matches()) {
            return null;
        }
        ahead.consume(here < 0 ? text.length() : text.length() + 1);
        line++;
        return told.group(1).charAt(0);
    }

    private char mostFrequent() throws IOException {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', ';', '\t', '|'}) {
            int count = inFirstLine(candidate);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private int inFirstLine(char candidate) throws IOException {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < longest; i++) {
            int here = ahead.at(i);
            if (here < 0 || here == '\n') {
                return count;
            }
            quoted ^= here == '"';
            count += here == candidate && !quoted ? 1 : 0;
        }
        return count;
    }
}
