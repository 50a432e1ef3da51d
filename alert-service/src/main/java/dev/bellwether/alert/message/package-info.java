/** What people are told, as values: what a message holds and whom it is for, before any channel gives it a form. */
@NullMarked
package dev.bellwether.alert.message;

import org.jspecify.annotations.NullMarked;
