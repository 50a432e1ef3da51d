package dev.bellwether.console.portfolio;

import io.quarkus.qute.TemplateInstance;

/** The list alone, for a page that is open. */
record PortfolioList(Listing listing, FirstEvent firstEvent) implements TemplateInstance {}
