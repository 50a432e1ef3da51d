/** Who is told: people, their hours, their absences and who stands in for them. */
@NullMarked
package dev.bellwether.alert.policy.people;

import org.jspecify.annotations.NullMarked;
