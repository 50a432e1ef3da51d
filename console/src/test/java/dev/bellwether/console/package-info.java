/** The console against a health-service that is played by a real HTTP server. */
@NullMarked
package dev.bellwether.console;

import org.jspecify.annotations.NullMarked;
