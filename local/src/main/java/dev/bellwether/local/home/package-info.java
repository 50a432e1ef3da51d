/** The data folder of the local run: what lies where, who may read it, and on which ports the processes listen. */
@NullMarked
package dev.bellwether.local.home;

import org.jspecify.annotations.NullMarked;
