/** Which account a user belongs to, as learned; and where events wait until it is known. */
@NullMarked
package dev.bellwether.ingest.account;

import org.jspecify.annotations.NullMarked;
