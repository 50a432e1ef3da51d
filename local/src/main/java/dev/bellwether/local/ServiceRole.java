package dev.bellwether.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The database role of one service and the schema that is its own; a service cannot read the schema of another. */
record ServiceRole(String name, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    ServiceRole {
        // both end up in statements that take no parameters
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a service name: " + name);
        }
        if (password.isBlank() || password.indexOf('\'') >= 0 || password.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("the password of " + name + " is blank or holds a quote or a backslash");
        }
    }

    String role() {
        return "bellwether_" + name;
    }

    void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", PostgresNode.DATABASE)) {
            run(connection, "CREATE DATABASE " + PostgresNode.DATABASE);
            run(connection, "REVOKE ALL ON DATABASE " + PostgresNode.DATABASE + " FROM PUBLIC");
        }
    }

    void createIn(Connection connection) throws SQLException {
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role()) ? "ALTER" : "CREATE";
        run(connection, verb + " ROLE " + role() + " LOGIN PASSWORD '" + password + "'");
        run(connection, "GRANT CONNECT, TEMPORARY ON DATABASE " + PostgresNode.DATABASE + " TO " + role());
        run(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
        run(connection, "CREATE SCHEMA IF NOT EXISTS " + name + " AUTHORIZATION " + role());
        run(connection, "ALTER ROLE " + role() + " SET search_path = " + name);
    }

    private static boolean exists(Connection connection, String question, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    @Override
    public String toString() {
        return "ServiceRole[" + role() + "]";
    }
}
