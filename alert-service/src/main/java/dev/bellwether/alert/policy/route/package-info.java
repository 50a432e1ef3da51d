/** Which way an alert takes: the first route that matches. */
@NullMarked
package dev.bellwether.alert.policy.route;

import org.jspecify.annotations.NullMarked;
