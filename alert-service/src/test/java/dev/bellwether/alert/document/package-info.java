/** What documents of people may hold. */
@NullMarked
package dev.bellwether.alert.document;

import org.jspecify.annotations.NullMarked;
