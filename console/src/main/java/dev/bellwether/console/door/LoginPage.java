package dev.bellwether.console.door;

import io.quarkus.qute.TemplateInstance;

/**
 * The page that asks for the password.
 *
 * @param failed whether the last attempt was wrong
 */
record LoginPage(boolean failed) implements TemplateInstance {}
