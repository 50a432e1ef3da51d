package dev.bellwether.console.account;

import io.quarkus.qute.TemplateInstance;

/** The part of an account's page that changes by itself. */
record AccountBody(AccountView account, String notice, String version) implements TemplateInstance {}
