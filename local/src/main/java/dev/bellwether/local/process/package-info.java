/** The processes of a local run: how each is started, known again, asked whether it is ready, and stopped. */
@NullMarked
package dev.bellwether.local.process;

import org.jspecify.annotations.NullMarked;
