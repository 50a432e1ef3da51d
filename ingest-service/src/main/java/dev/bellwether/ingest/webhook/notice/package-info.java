/** What webhooks say, whoever sends them: items, the facts claimed in them, and whose facts those are; pure. */
@NullMarked
package dev.bellwether.ingest.webhook.notice;

import org.jspecify.annotations.NullMarked;
