/** The rules of the house, each shown to hold and to bite. */
@NullMarked
package dev.bellwether.system.architecture;

import org.jspecify.annotations.NullMarked;
