package dev.bellwether.console.account;

import io.quarkus.qute.TemplateInstance;

/** In place of an account that cannot be asked for and was never seen before. */
record AwayPage(String notice, String source, long refresh) implements TemplateInstance {}
