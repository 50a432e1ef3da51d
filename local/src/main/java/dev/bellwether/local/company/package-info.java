/** The synthetic company: a software vendor's 60 customers, their people, habits and stories, the same from the same seed. */
@NullMarked
package dev.bellwether.local.company;

import org.jspecify.annotations.NullMarked;
