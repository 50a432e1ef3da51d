package dev.bellwether.console.account;

import io.quarkus.qute.TemplateInstance;

/**
 * The page of an account.
 *
 * @param refresh how often it asks for news, in milliseconds
 */
record AccountPage(AccountView account, String notice, String version, String source, long refresh)
        implements TemplateInstance {}
