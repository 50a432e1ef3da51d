package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What the health service has committed, read behind its back. */
public record Committed(Connection connection) {

    /**
     * Where consumption stands.
     *
     * @param claims how often partitions were claimed
     * @param events that were committed
     */
    public record Standing(long claims, long events) {}

    /** Throws everything away that the health service ever committed. */
    public void forget() throws SQLException {
        change("drop schema if exists health cascade");
        change("create schema health authorization bellwether_health");
    }

    /** Where consumption of usage stands; at nothing as long as the service never ran. */
    public Standing usage() throws SQLException {
        return standing("where topic = '" + Wire.TOPIC + "'");
    }

    /** Where consumption of all topics stands. */
    public Standing everything() throws SQLException {
        return standing("");
    }

    private Standing standing(String which) throws SQLException {
        if (number("select count(*) from pg_tables where schemaname = 'health' and tablename = 'consumed_offset'")
                == 0) {
            return new Standing(0, 0);
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(sum(epoch), 0), coalesce(sum(next_offset), 0) from health.consumed_offset "
                                + which)) {
            rows.next();
            return new Standing(rows.getLong(1), rows.getLong(2));
        }
    }

    /** Refuses a database whose figures are not exactly those expected. */
    public void require(Expectation expected) throws SQLException, NotMeasured {
        requireEqual(
                "user days",
                expected.userDays(),
                number("select coalesce(sum(bit_count(mask::bit(64))), 0) from health.activity where kind = 'U'"));
        requireEqual(
                "uses of ",
                expected.uses(),
                numbers("select account_id, sum(quantity)::bigint from health.usage_day group by account_id"));
        requireEqual("WAU of ", expected.wau(), numbers("select account_id, wau from health.account"));
    }

    private static void requireEqual(String what, Map<String, Long> expected, Map<String, Long> found)
            throws NotMeasured {
        requireEqual("accounts with " + what.strip().replace(" of", ""), expected.size(), found.size());
        for (Map.Entry<String, Long> entry : expected.entrySet()) {
            requireEqual(what + entry.getKey(), entry.getValue(), found.getOrDefault(entry.getKey(), 0L));
        }
    }

    /** Refuses a figure that is not the one expected. */
    public static void requireEqual(String what, long expected, long found) throws NotMeasured {
        if (expected != found) {
            throw new NotMeasured("wrong result: %s should be %,d and is %,d".formatted(what, expected, found));
        }
    }

    /** The number a query answers. */
    public long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Numbers by what they belong to, as a query answers them. */
    public Map<String, Long> numbers(String query) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }

    /** Changes what the service committed. */
    public void change(String statement) throws SQLException {
        try (Statement change = connection.createStatement()) {
            change.execute(statement);
        }
    }
}
