package dev.bellwether.local.process;

import java.util.ArrayList;
import java.util.List;

/** With what a JVM is started that works hard from its first second on, on a machine that has few processors. */
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

    /** The flags, but for the memory. */
    public static List<String> busy() {
        List<String> flags = new ArrayList<>(collector());
        flags.addAll(OPTIMISED_LATER);
        return flags;
    }

    /** The collector that takes least memory, and objects that take least of it, where the Java that runs has them. */
    static List<String> collector() {
        return Runtime.version().feature() >= 25
                ? List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders")
                : List.of("-XX:+UseSerialGC");
    }

    /**
     * Pages of 2 MB for the heap, where the system has them. Who goes through fresh memory all the time spends an eighth of the
     * processors' time on finding where small pages lie, above all in a virtual machine.
     */
    static List<String> largePages() {
        return System.getProperty("os.name").equals("Linux") ? List.of("-XX:+UseTransparentHugePages") : List.of();
    }
}
