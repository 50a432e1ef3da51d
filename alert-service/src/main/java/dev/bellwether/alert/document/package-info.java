/** What people write, read strictly: every fault is named with its place. */
@NullMarked
package dev.bellwether.alert.document;

import org.jspecify.annotations.NullMarked;
