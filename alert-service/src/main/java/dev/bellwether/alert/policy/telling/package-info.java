/** Whether, when and to whom what is known is told, with a reason for every answer. */
@NullMarked
package dev.bellwether.alert.policy.telling;

import org.jspecify.annotations.NullMarked;
