/** The whole system as a user starts it: own processes, own data folder, free ports. */
@NullMarked
package dev.bellwether.system.running;

import org.jspecify.annotations.NullMarked;
