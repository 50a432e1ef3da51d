/** Wrong on purpose: contracts that need a framework. */
@NullMarked
package dev.bellwether.system.wrong.contracts;

import org.jspecify.annotations.NullMarked;
