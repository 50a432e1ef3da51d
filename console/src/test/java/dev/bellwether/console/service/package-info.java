/** What health-service says. */
@NullMarked
package dev.bellwether.console.service;

import org.jspecify.annotations.NullMarked;
