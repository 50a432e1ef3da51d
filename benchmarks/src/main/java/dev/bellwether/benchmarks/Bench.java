package dev.bellwether.benchmarks;

import dev.bellwether.benchmarks.machine.Machine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench [NAME …] [--events N] [--rounds N] [--anyway] [--profile]}: measures, and prints each figure with its
 * limit. Exits with 0 when every limit is kept, 1 when one is missed or could not be measured, 2 when the words were not
 * understood.
 */
public final class Bench {

    private final Options options;
    private final PrintStream out;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Bench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] words) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out));
    }

    private static int run(List<String> words, PrintStream out) {
        Options options;
        try {
            options = Options.of(words);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            return 2;
        }
        try {
            return new Bench(options, out).run();
        } catch (NotMeasured e) {
            out.println("not measured: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private int run() throws NotMeasured, InterruptedException {
        Machine.describe(out);
        for (Measure measure : options.measures()) {
            out.printf("%n%s: %s%n", measure.title(), measure.what());
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            try {
                measure(measure);
            } catch (NotMeasured e) {
                String midnight =
                        LocalDate.now(ZoneOffset.UTC).equals(today) ? "" : " (the day turned meanwhile: try again)";
                String failure = measure.title() + " not measured: " + e.getMessage() + midnight;
                out.println("  " + failure);
                failures.add(failure);
            }
        }
        out.println();
        Verdict.table(verdicts).forEach(out::println);
        failures.forEach(out::println);
        if (options.events() < Options.USUAL_EVENTS) {
            out.printf(
                    "a quick look at %,d events: the limits are meant for %,d%n",
                    options.events(), Options.USUAL_EVENTS);
        }
        return failures.isEmpty() && verdicts.stream().allMatch(Verdict::isKept) ? 0 : 1;
    }

    /** Before each measure nothing of ours runs: what keeps the machine busy then are others. */
    private void measure(Measure measure) throws NotMeasured, InterruptedException {
        double others = Machine.processorsUsedByOthers();
        String busy = "other programs used %.1f processors".formatted(others);
        if (others > Options.QUIET && !options.anyway()) {
            throw new NotMeasured(busy + "; wait for them, or say --anyway");
        }
        for (Verdict verdict : measure.run(options, out)) {
            verdicts.add(others > Options.QUIET ? verdict.doubted(busy) : verdict);
        }
    }
}
