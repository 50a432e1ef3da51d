/** What people said and did about a term: calls, notes, and steps that were done or assigned. */
@NullMarked
package dev.bellwether.renewal.desk;

import org.jspecify.annotations.NullMarked;
