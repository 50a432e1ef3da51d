package dev.bellwether.benchmarks;

import dev.bellwether.benchmarks.alert.AlertMeasure;
import dev.bellwether.benchmarks.channel.ChannelMeasure;
import dev.bellwether.benchmarks.crowd.CrowdMeasure;
import dev.bellwether.benchmarks.day.DayMeasure;
import dev.bellwether.benchmarks.heap.HeapMeasure;
import dev.bellwether.benchmarks.ingest.BatchMeasure;
import dev.bellwether.benchmarks.ingest.SingleMeasure;
import dev.bellwether.benchmarks.renewal.TodayMeasure;
import dev.bellwether.benchmarks.restart.RestartMeasure;
import dev.bellwether.benchmarks.streams.StreamsMeasure;
import dev.bellwether.benchmarks.throughput.ThroughputMeasure;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be measured: of the services, of the doors, and of the way through the whole system. */
public enum Measure {
    THROUGHPUT(
            "health",
            "usage on the log until all is committed, against a consumer that only reads the JSON",
            (options, out) -> new ThroughputMeasure(options, out).run()),
    STREAMS(
            "health",
            "the same against the same job written with Kafka Streams",
            (options, out) -> new StreamsMeasure(options, out).run()),
    CROWD(
            "health",
            "what an event costs in an account with a million users, against one with a thousand",
            (options, out) -> new CrowdMeasure(options, out).run()),
    DAY(
            "health",
            "how long the turn of the day takes for 100,000 accounts, and whether twice as many take twice as long",
            (options, out) -> new DayMeasure(options, out).run()),
    RESTART(
            "health",
            "from kill -9 under load until the service commits again, nothing lost, nothing twice",
            (options, out) -> new RestartMeasure(options, out).run()),
    HEAP(
            "health",
            "what the heap holds after ten million events, against after the first million",
            (options, out) -> new HeapMeasure(options, out).run()),
    CHANNEL(
            "health",
            "a loop around Kafka's client that only reads the JSON, against a batch channel that does",
            (options, out) -> new ChannelMeasure(options, out).run()),
    ALERT(
            "system",
            "from an overdue invoice's request until Slack and the mail server have the message",
            (options, out) -> new AlertMeasure(options, out).run()),
    BATCHES(
            "ingest",
            "a hundred events a request, plain and gzipped, against a bare producer of the same bytes",
            (options, out) -> new BatchMeasure(options, out).run()),
    SINGLES(
            "ingest",
            "an event a request, against an endpoint that does nothing",
            (options, out) -> new SingleMeasure(options, out).run()),
    TODAY(
            "renewal",
            "the day's sweep over 100,000 contracts, and how soon the today list of them is answered",
            (options, out) -> new TodayMeasure(options, out).run());

    /** The groups, of which each is all measures of a service. */
    static final List<String> GROUPS = List.of("health", "system", "ingest", "renewal");

    private final String group;
    private final String what;
    private final Run run;

    Measure(String group, String what, Run run) {
        this.group = group;
        this.what = what;
        this.run = run;
    }

    private interface Run {

        List<Verdict> of(Options options, PrintStream out) throws NotMeasured, InterruptedException;
    }

    /** Measures; a line for each limit. */
    List<Verdict> run(Options options, PrintStream out) throws NotMeasured, InterruptedException {
        return run.of(options, out);
    }

    /** Its name on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String what() {
        return what;
    }

    /** The measures that a word asks for; none when there are none of that name. */
    static List<Measure> named(String word) {
        return Arrays.stream(values())
                .filter(measure -> word.equals(measure.group) || word.equals(measure.title()))
                .toList();
    }
}
