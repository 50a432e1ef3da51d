/** What a message says, in English, before any channel gives it a form. */
@NullMarked
package dev.bellwether.alert.wording;

import org.jspecify.annotations.NullMarked;
