/** Tests of the decisions about people. */
@NullMarked
package dev.bellwether.alert.policy.people;

import org.jspecify.annotations.NullMarked;
