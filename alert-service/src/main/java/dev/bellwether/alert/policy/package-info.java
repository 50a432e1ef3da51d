/** What is told to people about an account, and why: values in, decisions with reasons out. */
@NullMarked
package dev.bellwether.alert.policy;

import org.jspecify.annotations.NullMarked;
