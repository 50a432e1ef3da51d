/** What people and programs ask of contracts and renewals over HTTP. */
@NullMarked
package dev.bellwether.renewal.api;

import org.jspecify.annotations.NullMarked;
