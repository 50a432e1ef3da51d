package dev.bellwether.console.today;

import dev.bellwether.console.page.Choice;
import dev.bellwether.console.page.FirstEvent;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * The whole page.
 *
 * @param refusal why something that was just said is not kept; empty when it is, or nothing was said
 * @param refresh how often the list asks for news, in milliseconds
 */
record TodayPage(Scope scope, List<Choice> owners, Listing listing, String refusal, FirstEvent firstEvent, long refresh)
        implements TemplateInstance {}
