/** Wrong on purpose: named for no noun of the domain. */
@NullMarked
package dev.bellwether.system.wrong.helper;

import org.jspecify.annotations.NullMarked;
