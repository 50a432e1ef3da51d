/** Tests of what people are told, as values. */
@NullMarked
package dev.bellwether.alert.message;

import org.jspecify.annotations.NullMarked;
