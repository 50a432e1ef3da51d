/** The list of all accounts, worst first. */
@NullMarked
package dev.bellwether.console.portfolio;

import org.jspecify.annotations.NullMarked;
