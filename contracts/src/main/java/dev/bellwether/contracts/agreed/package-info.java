/**
 * What all versions of a customer's contract together say: its dates, its prices, on which days it ran and what it was
 * worth, the same for every service. Pure.
 */
@NullMarked
package dev.bellwether.contracts.agreed;

import org.jspecify.annotations.NullMarked;
