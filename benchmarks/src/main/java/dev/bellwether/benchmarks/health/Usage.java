package dev.bellwether.benchmarks.health;

/** Uses by number, the same each time. */
public interface Usage {

    /** How many there are. */
    int events();

    /** The use of this number, from 0. */
    Use use(int number);
}
