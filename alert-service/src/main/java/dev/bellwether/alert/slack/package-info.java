/** Messages to a Slack channel by an incoming webhook. */
@NullMarked
package dev.bellwether.alert.slack;

import org.jspecify.annotations.NullMarked;
