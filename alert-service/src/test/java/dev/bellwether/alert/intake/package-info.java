/** What tests of other packages need of the intake. */
@NullMarked
package dev.bellwether.alert.intake;

import org.jspecify.annotations.NullMarked;
