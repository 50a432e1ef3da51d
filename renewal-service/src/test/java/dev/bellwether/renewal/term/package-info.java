/** The rules, without anything around them. */
@NullMarked
package dev.bellwether.renewal.term;

import org.jspecify.annotations.NullMarked;
