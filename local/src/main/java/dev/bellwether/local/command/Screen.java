package dev.bellwether.local.command;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Where the commands speak to people: lines, and a progress bar that is redrawn in place when there is a terminal. */
public final class Screen {

    private static final int BAR = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration IN_FILE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final boolean terminal;
    private Instant barBegan = Instant.EPOCH;
    private Instant barDrawn = Instant.EPOCH;
    private boolean barOpen;

    /** On a stream that is, or is not, a terminal. */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** One line, or several. */
    public synchronized void line(String text) {
        closeBar();
        out.println(text);
        out.flush();
    }

    /** How far a work of known size has come; the last call is the one that reaches the total. */
    public void progress(String what, long done, long total) {
        progress(what, done, total, String.format(Locale.ROOT, "%,d of %,d", done, total), true);
    }

    /** The same with counts of another kind, which stand in the place of how much is done. */
    void progress(String what, long done, long total, String counts) {
        progress(what, done, total, counts, false);
    }

    /** How far a work has come of which nobody knows how much it is. */
    synchronized void progress(String what, String counts) {
        if (isDue(Instant.now(), false)) {
            draw("  " + what + "  " + counts);
        }
    }

    private synchronized void progress(String what, long done, long total, String counts, boolean rated) {
        Instant now = Instant.now();
        boolean last = done >= total;
        if (!isDue(now, last)) {
            return;
        }
        double seconds = Math.max(0.001, Duration.between(barBegan, now).toMillis() / 1000.0);
        long rate = Math.round(done / seconds);
        String text = bar(what, done, total)
                + counts
                + (rated ? String.format(Locale.ROOT, "  %,d/s", rate) : "")
                + (last
                        ? "  in " + Math.round(seconds) + " s"
                        : "  about " + (rate == 0 ? 0 : (total - done) / rate) + " s left");
        draw(text);
        if (last) {
            closeBar();
            barBegan = Instant.EPOCH;
        }
    }

    /** Not the first time, for then no rate can be told yet, and not too often; the last time always. */
    private boolean isDue(Instant now, boolean last) {
        if (barBegan.equals(Instant.EPOCH)) {
            barBegan = now;
            barDrawn = now;
        }
        boolean due = last || Duration.between(barDrawn, now).compareTo(terminal ? ON_TERMINAL : IN_FILE) >= 0;
        barDrawn = due ? now : barDrawn;
        return due;
    }

    private void draw(String text) {
        if (terminal) {
            out.print("\r" + text + "\033[K");
            barOpen = true;
        } else {
            out.println(text);
        }
        out.flush();
    }

    private void closeBar() {
        if (barOpen) {
            out.println();
            barOpen = false;
        }
    }

    private static String bar(String what, long done, long total) {
        int filled = total == 0 ? BAR : (int) (BAR * done / total);
        return String.format(
                Locale.ROOT,
                "  %s [%s%s] %3d %%  ",
                what,
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                total == 0 ? 100 : 100 * done / total);
    }
}
