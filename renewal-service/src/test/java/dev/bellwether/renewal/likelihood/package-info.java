/** Likelihoods against figures computed elsewhere. */
@NullMarked
package dev.bellwether.renewal.likelihood;

import org.jspecify.annotations.NullMarked;
