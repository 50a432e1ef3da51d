package dev.bellwether.console.page;

import io.quarkus.qute.TemplateInstance;

/**
 * There is nothing at this address.
 *
 * @param what what was looked for, as in "account"
 */
public record NotFoundPage(String what) implements TemplateInstance {}
