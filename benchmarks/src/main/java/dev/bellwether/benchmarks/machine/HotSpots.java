package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the samples of a recording fell.
 *
 * @param threads by thread
 * @param methods by the method that ran
 * @param ours by the innermost method of this project on the stack: whose doing it was
 * @param loads share of the machine's processors that the process used, and that all did, each time it was looked at
 */
record HotSpots(Tally threads, Tally methods, Tally ours, List<double[]> loads) {

    private static final int SHOWN = 12;
    private static final String PROJECT = "dev.bellwether.";

    static HotSpots of(Path recording) throws NotMeasured {
        HotSpots spots = new HotSpots(new Tally(), new Tally(), new Tally(), new ArrayList<>());
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                spots.take(file.readEvent());
            }
        } catch (IOException e) {
            throw new NotMeasured("the recording cannot be read", e);
        }
        return spots;
    }

    private void take(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "jdk.ExecutionSample" -> add(event);
            case "jdk.CPULoad" ->
                loads.add(new double[] {
                    event.getFloat("jvmUser") + event.getFloat("jvmSystem"), event.getFloat("machineTotal")
                });
            default -> {
                // of no interest here; the file has it
            }
        }
    }

    private void add(RecordedEvent sample) {
        RecordedStackTrace stack = sample.getStackTrace();
        if (stack == null || stack.getFrames().isEmpty()) {
            return;
        }
        List<String> frames = stack.getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> name(frame.getMethod()))
                .toList();
        var thread = sample.getThread("sampledThread");
        String name = thread == null ? null : thread.getJavaName();
        threads.add(name == null ? "(no name)" : name);
        methods.add(frames.getFirst());
        ours.add(frames.stream()
                .filter(frame -> frame.startsWith(PROJECT))
                .findFirst()
                .orElse("(none of ours on the stack)"));
    }

    private static String name(RecordedMethod method) {
        return method.getType().getName() + "." + method.getName();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!loads.isEmpty()) {
            lines.add("the process used %.1f processors, the whole machine %.1f of %d"
                    .formatted(
                            processors(0), processors(1), Runtime.getRuntime().availableProcessors()));
        }
        lines.add("%,d samples of running Java; by thread:".formatted(threads.count()));
        lines.addAll(threads.top(SHOWN / 2));
        lines.add("by the method that ran:");
        lines.addAll(methods.top(SHOWN));
        lines.add("by the innermost method of ours:");
        lines.addAll(ours.top(SHOWN));
        return lines;
    }

    private double processors(int column) {
        return loads.stream().mapToDouble(load -> load[column]).average().orElse(0)
                * Runtime.getRuntime().availableProcessors();
    }
}
