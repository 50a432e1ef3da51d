/** A company that is kept in a folder of CSV files, read as the events that happened to it. */
@NullMarked
package dev.bellwether.local.replay;

import org.jspecify.annotations.NullMarked;
