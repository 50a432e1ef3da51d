/** The page of an account. */
@NullMarked
package dev.bellwether.console.account;

import org.jspecify.annotations.NullMarked;
