/** Who was lost, why, and who might be won back. */
@NullMarked
package dev.bellwether.renewal.churn;

import org.jspecify.annotations.NullMarked;
