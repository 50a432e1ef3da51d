package dev.bellwether.console.account;

/** A label and what stands beside it. */
record Entry(String label, String value) {}
