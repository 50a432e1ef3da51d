/** Whether a webhook comes from who shares a secret with us, and was not recorded and played again; pure. */
@NullMarked
package dev.bellwether.ingest.webhook.seal;

import org.jspecify.annotations.NullMarked;
