package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a JVM's heap holds after a full collection, class by class: asked for as the class histogram, which looks the
 * same whichever collector runs.
 *
 * @param byClass bytes, by the name of the class
 */
public record LiveHeap(Map<String, Long> byClass) {

    private static final int COLUMNS = 4;

    /** With these a collector fills gaps that are not worth closing; they are nobody's. */
    private static final String FILLER = "jdk.internal.vm.Filler";

    public LiveHeap {
        byClass = Map.copyOf(byClass);
    }

    /** Of a process, after a full collection. */
    public static LiveHeap of(long pid) throws NotMeasured, InterruptedException {
        // what only the first collection finds unreachable through references is gone after the second
        Jcmd.ask(pid, "GC.run");
        return read(Jcmd.ask(pid, "GC.class_histogram"));
    }

    /** From the text of a class histogram: lines of rank, instances, bytes and class. */
    static LiveHeap read(String histogram) throws NotMeasured {
        Map<String, Long> byClass = new LinkedHashMap<>();
        for (String line : histogram.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+");
            if (words.length >= COLUMNS && words[0].matches("\\d+:") && !line.contains(FILLER)) {
                byClass.merge(words[COLUMNS - 1], Long.parseLong(words[2]), Long::sum);
            }
        }
        if (byClass.isEmpty()) {
            throw new NotMeasured("no class histogram: " + histogram.strip());
        }
        return new LiveHeap(byClass);
    }

    /** All bytes. */
    public long bytes() {
        return byClass.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The classes that grew most since an earlier look, with by how much, the most first. */
    public List<String> growthSince(LiveHeap earlier, int most) {
        Map<String, Long> grown = new LinkedHashMap<>(byClass);
        grown.replaceAll((name, bytes) -> bytes - earlier.byClass.getOrDefault(name, 0L));
        List<String> lines = new ArrayList<>();
        grown.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(entry -> lines.add("%,d bytes more of %s".formatted(entry.getValue(), entry.getKey())));
        return lines;
    }
}
