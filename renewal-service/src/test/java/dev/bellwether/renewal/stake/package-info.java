/** What is at stake, tested. */
@NullMarked
package dev.bellwether.renewal.stake;

import org.jspecify.annotations.NullMarked;
