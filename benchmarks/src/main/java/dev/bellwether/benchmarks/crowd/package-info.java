/** What an event costs in an account with very many users. */
@NullMarked
package dev.bellwether.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
