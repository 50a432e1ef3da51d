/** What people and programs call. */
@NullMarked
package dev.bellwether.alert.web;

import org.jspecify.annotations.NullMarked;
