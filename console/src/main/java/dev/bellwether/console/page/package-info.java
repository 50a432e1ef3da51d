/** What all pages share. */
@NullMarked
package dev.bellwether.console.page;

import org.jspecify.annotations.NullMarked;
