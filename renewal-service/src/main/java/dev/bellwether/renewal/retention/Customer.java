package dev.bellwether.renewal.retention;

/** An account in one currency: currencies are never added up. */
public record Customer(String accountId, String currency) {}
