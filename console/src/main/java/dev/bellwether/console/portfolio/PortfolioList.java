package dev.bellwether.console.portfolio;

import dev.bellwether.console.page.FirstEvent;
import io.quarkus.qute.TemplateInstance;

/** The list alone, for a page that is open. */
record PortfolioList(Listing listing, FirstEvent firstEvent) implements TemplateInstance {}
