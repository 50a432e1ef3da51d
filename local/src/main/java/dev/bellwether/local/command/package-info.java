/** The commands of {@code ./bellwether}, each reading top-down in the order in which it acts. */
@NullMarked
package dev.bellwether.local.command;

import org.jspecify.annotations.NullMarked;
