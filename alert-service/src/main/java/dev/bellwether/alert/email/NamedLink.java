package dev.bellwether.alert.email;

/** A link with what it is called; public, since templates read it. */
public record NamedLink(String label, String url) {}
