package dev.bellwether.health.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A fact as it was sent. */
record FactBehind(String id, String type, Instant occurredAt, JsonNode data) {}
