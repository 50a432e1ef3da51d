/** What to do about a renewal, by how near its decision is and how worried one has to be. */
@NullMarked
package dev.bellwether.renewal.playbook;

import org.jspecify.annotations.NullMarked;
