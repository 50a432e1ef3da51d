/** Words about an account in any order. */
@NullMarked
package dev.bellwether.renewal.account;

import org.jspecify.annotations.NullMarked;
