package dev.bellwether.renewal.account;

import java.time.LocalDate;

/** One term of a contract of an account; where its end moves it stays the same. */
public record TermKey(String contractId, LocalDate startsOn) {}
