/** Stand-ins for Slack and for a mail server: they accept what the real ones accept, and show what they received. */
@NullMarked
package dev.bellwether.local.standin;

import org.jspecify.annotations.NullMarked;
