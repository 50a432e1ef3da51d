/** What a door decides of one thing that was sent: accepted, or refused for a reason and with its problems; pure. */
@NullMarked
package dev.bellwether.ingest.verdict;

import org.jspecify.annotations.NullMarked;
