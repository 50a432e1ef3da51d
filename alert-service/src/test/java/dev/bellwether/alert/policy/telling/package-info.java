/** Tests of the decisions about telling. */
@NullMarked
package dev.bellwether.alert.policy.telling;

import org.jspecify.annotations.NullMarked;
