/** A real company's data, sent through the doors, against a straightforward count of the same files. */
@NullMarked
package dev.bellwether.system.replay;

import org.jspecify.annotations.NullMarked;
