package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.AppInfoParser;

/** The machine as far as it decides what a number means. */
public final class Machine {

    private static final Path PROCESSOR_TIMES = Path.of("/proc/stat");
    private static final Duration LISTENING = Duration.ofSeconds(3);
    private static final Duration SYNCING = Duration.ofSeconds(1);

    private Machine() {}

    /** Prints what a reader must know to compare. */
    public static void describe(PrintStream out) throws NotMeasured {
        out.printf(
                "machine   %d processors, %s %s%n",
                processors(), System.getProperty("os.name"), System.getProperty("os.version"));
        out.printf("versions  Java %s, Kafka client %s%n", Runtime.version(), AppInfoParser.getVersion());
        out.printf("disk      %,d fsyncs a second%n", syncsPerSecond());
    }

    /** How many processors other programs keep busy at the moment; 0 where the system does not tell. */
    public static double processorsUsedByOthers() throws InterruptedException, NotMeasured {
        if (!Files.isReadable(PROCESSOR_TIMES)) {
            return 0;
        }
        try {
            long[] before = times();
            TimeUnit.NANOSECONDS.sleep(LISTENING.toNanos());
            long[] after = times();
            double busy = after[0] - before[0];
            return busy / Math.max(1, after[1] - before[1]) * processors();
        } catch (IOException e) {
            throw new NotMeasured("cannot read " + PROCESSOR_TIMES, e);
        }
    }

    /** Busy time and all time of all processors since the start of the machine, in ticks. */
    private static long[] times() throws IOException {
        List<String> words =
                List.of(Files.readAllLines(PROCESSOR_TIMES).getFirst().split("\\s+"));
        long all = 0;
        for (String word : words.subList(1, words.size())) {
            all += Long.parseLong(word);
        }
        long idle = Long.parseLong(words.get(4)) + Long.parseLong(words.get(5));
        return new long[] {all - idle, all};
    }

    private static long syncsPerSecond() throws NotMeasured {
        try {
            Path file = Files.createTempFile("bellwether-bench-", ".sync");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                long end = System.nanoTime() + SYNCING.toNanos();
                long syncs = 0;
                while (System.nanoTime() < end) {
                    channel.write(ByteBuffer.wrap(new byte[4096]), 0);
                    channel.force(false);
                    syncs++;
                }
                return syncs;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new NotMeasured("cannot write to the disk", e);
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
