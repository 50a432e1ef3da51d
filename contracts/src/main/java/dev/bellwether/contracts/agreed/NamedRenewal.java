package dev.bellwether.contracts.agreed;

import dev.bellwether.contracts.Period;
import java.time.LocalDate;

/**
 * A term that renewed because the source named the next one.
 *
 * @param next as it was named then
 * @param namedOn the day on which it was
 */
public record NamedRenewal(Period term, Period next, LocalDate namedOn) {}
