/** What the API answers, asked over HTTP. */
@NullMarked
package dev.bellwether.health.api;

import org.jspecify.annotations.NullMarked;
