/** Alerts for operations, to PagerDuty. */
@NullMarked
package dev.bellwether.alert.pagerduty;

import org.jspecify.annotations.NullMarked;
