/** Customers lost, and why, through the door. */
@NullMarked
package dev.bellwether.renewal.churn;

import org.jspecify.annotations.NullMarked;
