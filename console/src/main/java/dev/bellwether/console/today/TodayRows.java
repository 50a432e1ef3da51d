package dev.bellwether.console.today;

import dev.bellwether.console.page.FirstEvent;
import io.quarkus.qute.TemplateInstance;

/** The list alone, for a page that is open. */
record TodayRows(Scope scope, Listing listing, FirstEvent firstEvent) implements TemplateInstance {}
