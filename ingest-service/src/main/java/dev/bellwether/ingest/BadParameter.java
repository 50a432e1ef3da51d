package dev.bellwether.ingest;

import dev.bellwether.contracts.Problem;

/** Thrown to answer a request one of whose parameters is wrong. */
public final class BadParameter extends RuntimeException {

    private final transient Problem problem;

    public BadParameter(String name, String detail) {
        super(name + " " + detail);
        this.problem = new Problem("/" + name, detail);
    }

    Problem problem() {
        return problem;
    }
}
