/** What is said between producers and services: sealed events, their types and topics, and the one codec. */
@NullMarked
package dev.bellwether.contracts;

import org.jspecify.annotations.NullMarked;
