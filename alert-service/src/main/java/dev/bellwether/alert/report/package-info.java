/** How often alerts were right, by what people said of them. */
@NullMarked
package dev.bellwether.alert.report;

import org.jspecify.annotations.NullMarked;
