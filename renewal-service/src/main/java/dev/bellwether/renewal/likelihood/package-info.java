/** Decides from a company's own past how likely a term is to renew. Pure. */
@NullMarked
package dev.bellwether.renewal.likelihood;

import org.jspecify.annotations.NullMarked;
