/** Tests. */
@NullMarked
package dev.bellwether.alert.pagerduty;

import org.jspecify.annotations.NullMarked;
