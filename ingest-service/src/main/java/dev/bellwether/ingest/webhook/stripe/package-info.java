/** What Stripe's events say, in the shapes of its old and new API versions; pure. */
@NullMarked
package dev.bellwether.ingest.webhook.stripe;

import org.jspecify.annotations.NullMarked;
