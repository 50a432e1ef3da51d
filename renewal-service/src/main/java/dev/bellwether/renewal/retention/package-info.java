/** Decides what a period did to recurring revenue: what stayed, what came, what went. Pure. */
@NullMarked
package dev.bellwether.renewal.retention;

import org.jspecify.annotations.NullMarked;
