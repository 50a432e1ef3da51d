/** The today list: whom to call first, why, and what to do next. */
@NullMarked
package dev.bellwether.renewal.today;

import org.jspecify.annotations.NullMarked;
