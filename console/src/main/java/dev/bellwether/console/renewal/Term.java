package dev.bellwether.console.renewal;

import java.time.LocalDate;

/**
 * The term of a contract that somebody speaks of.
 *
 * @param account whose contract it is: its id alone may be another's as well
 * @param startsOn the first day of the term
 */
public record Term(String account, String contract, LocalDate startsOn) {}
