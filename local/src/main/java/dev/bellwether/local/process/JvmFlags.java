package dev.bellwether.local.process;

import java.util.ArrayList;
import java.util.List;

/** With what a JVM is started on a machine that has few processors and little memory. */
public final class JvmFlags {

    /**
     * The optimising compiler takes what is called ten times as often as it usually asks for. What every event passes
     * through gets there within a second all the same; the rest, which costs as much to compile and gains little, would take
     * a processor away from the work for the first ten.
     */
    private static final List<String> OPTIMISED_LATER = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private JvmFlags() {}

    /** The flags of who works hard from the first second on, but for the memory. */
    public static List<String> busy() {
        List<String> flags = new ArrayList<>(collector());
        flags.addAll(OPTIMISED_LATER);
        return flags;
    }

    /** The collector that takes least memory. */
    static List<String> collector() {
        return compact("-XX:+UseSerialGC");
    }

    /**
     * The flags of the doors, which go through fresh memory all the time. What is under way is looked at in each collection, while
     * everything waits: less long, where several processors do it. In pages of 2 MB, where the system has them, an eighth of
     * the processors' time is not spent on finding where small pages lie, above all in a virtual machine.
     */
    static List<String> doors() {
        List<String> flags = new ArrayList<>(compact("-XX:+UseParallelGC"));
        if (System.getProperty("os.name").equals("Linux")) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        return flags;
    }

    /** Objects that take least memory, where the Java that runs has them. */
    private static List<String> compact(String collector) {
        return Runtime.version().feature() >= 25
                ? List.of(collector, "-XX:+UseCompactObjectHeaders")
                : List.of(collector);
    }
}
