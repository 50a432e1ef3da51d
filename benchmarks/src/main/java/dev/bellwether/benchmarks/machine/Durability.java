package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.NotMeasured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How the database of a stage keeps what it commits, as it says itself. */
record Durability(String version, String fsync, String synchronousCommit) {

    static Durability of(Stage stage) throws NotMeasured {
        try (Connection connection = stage.database()) {
            return new Durability(
                    connection.getMetaData().getDatabaseProductVersion(),
                    setting(connection, "fsync"),
                    setting(connection, "synchronous_commit"));
        } catch (SQLException e) {
            throw new NotMeasured("the database does not answer", e);
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show " + name)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL %s, fsync %s, synchronous_commit %s".formatted(version, fsync, synchronousCommit);
    }
}
