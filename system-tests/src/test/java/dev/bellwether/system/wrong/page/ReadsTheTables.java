package dev.bellwether.system.wrong.page;

import java.sql.Connection;

/** Wrong on purpose: a page that knows another service's schema. */
public record ReadsTheTables(Connection connection) {}
