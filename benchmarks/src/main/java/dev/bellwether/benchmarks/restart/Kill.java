package dev.bellwether.benchmarks.restart;

/**
 * What one kill came to.
 *
 * @param claimed seconds from the kill until the new process had claimed the log
 * @param committing seconds from the kill until it committed
 * @param caughtUp seconds from the kill until everything sent meanwhile was committed
 */
record Kill(double claimed, double committing, double caughtUp) {}
