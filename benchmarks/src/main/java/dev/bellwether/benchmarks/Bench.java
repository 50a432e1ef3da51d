package dev.bellwether.benchmarks;

import dev.bellwether.benchmarks.machine.Machine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench [NAME] [--events N] [--rounds N] [--anyway]}: measures, and prints each measure with its limit. Exits with
 * 0 when every limit is kept, 1 when one is missed or could not be measured, 2 when the words were not understood.
 */
public final class Bench {

    private Bench() {}

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
            return measure(options, out);
        } catch (NotMeasured e) {
            out.println("not measured: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private static int measure(Options options, PrintStream out) throws NotMeasured, InterruptedException {
        Machine.describe(out);
        double others = Machine.processorsUsedByOthers();
        if (others > Options.QUIET && !options.anyway()) {
            throw new NotMeasured(
                    "other programs use %.1f processors; wait for them, or say --anyway".formatted(others));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (Measure measure : options.measures()) {
            out.printf("%n%s: %s%n", measure.title(), measure.what());
            verdicts.add(new Verdict(measure, measure.run(options, out)));
        }
        out.println();
        Verdict.table(verdicts).forEach(out::println);
        if (others > Options.QUIET) {
            out.printf("not to be trusted: other programs used %.1f processors%n", others);
        }
        return verdicts.stream().allMatch(Verdict::isKept) ? 0 : 1;
    }
}
