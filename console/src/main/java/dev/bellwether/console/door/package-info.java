/** Who may come in: login, logout, and the refusal of requests that other sites make in a person's name. */
@NullMarked
package dev.bellwether.console.door;

import org.jspecify.annotations.NullMarked;
