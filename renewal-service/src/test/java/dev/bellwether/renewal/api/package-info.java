/** What is answered over HTTP, and to whom. */
@NullMarked
package dev.bellwether.renewal.api;

import org.jspecify.annotations.NullMarked;
