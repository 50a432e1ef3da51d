/** The alerts that people are, or were, told about, as PostgreSQL keeps them. */
@NullMarked
package dev.bellwether.alert.book;

import org.jspecify.annotations.NullMarked;
