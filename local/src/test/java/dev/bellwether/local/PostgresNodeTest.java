package dev.bellwether.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresNodeTest {

    @TempDir
    Path folder;

    @Test
    void a_role_keeps_its_rows_over_a_restart_and_takes_its_newest_password() throws Exception {
        // Given
        try (PostgresNode node = PostgresNode.startFast(folder, 0)) {
            node.createServiceRole("health", "first");
            try (Connection connection = connect(node, "bellwether_health", "first")) {
                run(connection, "CREATE TABLE fact (id text)");
                run(connection, "INSERT INTO fact VALUES ('kept')");
            }
        }
        // When
        try (PostgresNode node = PostgresNode.startFast(folder, 0)) {
            node.createServiceRole("health", "second");
            // Then
            try (Connection connection = connect(node, "bellwether_health", "second")) {
                assertThat(text(connection, "SELECT id FROM health.fact")).isEqualTo("kept");
                assertThat(text(connection, "SHOW search_path")).isEqualTo("health");
            }
            assertThatThrownBy(() -> connect(node, "bellwether_health", "first").close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nobody_gets_in_without_a_password_and_no_service_reads_the_schema_of_another() throws Exception {
        try (PostgresNode node = PostgresNode.startFast(folder, 0)) {
            node.createServiceRole("alert", "a");
            node.createServiceRole("health", "h");
            assertThatThrownBy(() -> connect(node, "postgres", "guess").close()).isInstanceOf(SQLException.class);
            try (Connection health = connect(node, "bellwether_health", "h");
                    Connection alert = connect(node, "bellwether_alert", "a")) {
                run(health, "CREATE TABLE secret (id text)");
                assertThatThrownBy(() -> text(alert, "SELECT id FROM health.secret"))
                        .hasMessageContaining("permission denied");
            }
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("superuser-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_cluster_whose_initialisation_was_interrupted_is_made_anew() throws IOException {
        // Given
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster").resolve("PG_VERSION"), "17");
        // When
        try (PostgresNode node = PostgresNode.startFast(folder, 0)) {
            // Then
            assertThat(node.address()).startsWith("localhost:");
        }
    }

    private static Connection connect(PostgresNode node, String user, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + node.address() + "/bellwether", user, password);
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet rows = s.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
