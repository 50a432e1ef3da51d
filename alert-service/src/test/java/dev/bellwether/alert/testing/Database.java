package dev.bellwether.alert.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The service's tables, for tests that must see, or make, what shows nowhere else. */
@ApplicationScoped
public class Database {

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** Runs a statement; answers how many rows it changed. */
    public int run(String statement, String... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement(statement)) {
            set(sql, values);
            return sql.execute() ? 0 : sql.getUpdateCount();
        } catch (SQLException e) {
            throw new IllegalStateException("the test's statement failed: " + statement, e);
        }
    }

    /** The one number that a query answers. */
    public long number(String query, String... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement(query)) {
            set(sql, values);
            ResultSet rows = sql.executeQuery();
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the test's query failed: " + query, e);
        }
    }

    private static void set(PreparedStatement sql, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            sql.setString(i + 1, values[i]);
        }
    }
}
