/** Wrong on purpose: decisions that are not made of values alone. */
@NullMarked
package dev.bellwether.system.wrong.pure;

import org.jspecify.annotations.NullMarked;
