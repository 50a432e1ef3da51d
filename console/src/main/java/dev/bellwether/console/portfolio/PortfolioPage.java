package dev.bellwether.console.portfolio;

import dev.bellwether.console.page.FirstEvent;
import io.quarkus.qute.TemplateInstance;

/**
 * The whole page.
 *
 * @param refresh how often the list asks for news, in milliseconds
 */
record PortfolioPage(Filter filter, Choices choices, Listing listing, FirstEvent firstEvent, long refresh)
        implements TemplateInstance {}
