/** The questions people and programs ask of the health-service. */
@NullMarked
package dev.bellwether.health.api;

import org.jspecify.annotations.NullMarked;
