/** How services are asked and told, and what they said last. */
@NullMarked
package dev.bellwether.console.service;

import org.jspecify.annotations.NullMarked;
