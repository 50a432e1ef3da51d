/** The keys, passwords, tokens and settings that a local run makes for itself, and the files in which it keeps them. */
@NullMarked
package dev.bellwether.local.settings;

import org.jspecify.annotations.NullMarked;
