/** The web page: what customer success managers look at. It knows the services by their HTTP interfaces only. */
@NullMarked
package dev.bellwether.console;

import org.jspecify.annotations.NullMarked;
