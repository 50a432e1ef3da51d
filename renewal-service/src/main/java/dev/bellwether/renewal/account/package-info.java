/** What is known of an account, and where it is kept; rows never leave this package. */
@NullMarked
package dev.bellwether.renewal.account;

import org.jspecify.annotations.NullMarked;
