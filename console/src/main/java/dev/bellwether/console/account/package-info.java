/** The page of one account: its score, and what takes points from it. */
@NullMarked
package dev.bellwether.console.account;

import org.jspecify.annotations.NullMarked;
