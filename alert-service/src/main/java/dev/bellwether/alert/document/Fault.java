package dev.bellwether.alert.document;

/** What is wrong at one place of a document; the pointer is a JSON pointer. */
public record Fault(String pointer, String detail) {}
