package dev.bellwether.console.portfolio;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The next rows of the list, and its new end. */
record PortfolioMore(List<Row> rows, End end) implements TemplateInstance {}
