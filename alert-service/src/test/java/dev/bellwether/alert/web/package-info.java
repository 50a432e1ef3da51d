/** Tests. */
@NullMarked
package dev.bellwether.alert.web;

import org.jspecify.annotations.NullMarked;
