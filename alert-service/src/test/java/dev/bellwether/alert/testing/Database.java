package dev.bellwether.alert.testing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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

    /** The rows that a query answers, each value as text; null is empty. */
    public List<List<String>> rows(String query, String... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement sql = connection.prepareStatement(query)) {
            set(sql, values);
            ResultSet found = sql.executeQuery();
            int columns = found.getMetaData().getColumnCount();
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(Objects.requireNonNullElse(found.getString(column), ""));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the test's query failed: " + query, e);
        }
    }

    /** Rows that nobody else locks until it is closed. */
    public Held held(String lock, String... values) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            PreparedStatement sql = connection.prepareStatement(lock);
            set(sql, values);
            sql.executeQuery();
            return () -> {
                connection.rollback();
                connection.close();
            };
        } catch (SQLException e) {
            throw new IllegalStateException("the test's lock failed: " + lock, e);
        }
    }

    /** Locks that a test holds. */
    public interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    private static void set(PreparedStatement sql, String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            sql.setString(i + 1, values[i]);
        }
    }
}
