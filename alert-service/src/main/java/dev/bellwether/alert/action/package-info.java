/** What people do about an alert from where they read it: by a button in Slack, or a link in a mail. */
@NullMarked
package dev.bellwether.alert.action;

import org.jspecify.annotations.NullMarked;
