package dev.bellwether.benchmarks.health;

import dev.bellwether.benchmarks.NotMeasured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What the health service has committed, read behind its back. */
record Committed(Connection connection) {

    /** Throws everything away that the health service ever committed. */
    void forget() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists health cascade");
            statement.execute("create schema health authorization bellwether_health");
        }
    }

    /** Whether the service has claimed the log. */
    boolean isClaimed() throws SQLException {
        return number("select count(*) from pg_tables where schemaname = 'health' and tablename = 'consumed_offset'")
                        == 1
                && number("select count(*) from health.consumed_offset") > 0;
    }

    /** Events committed so far. */
    long events() throws SQLException {
        return number(
                "select coalesce(sum(next_offset), 0) from health.consumed_offset where topic = '" + Wire.TOPIC + "'");
    }

    /** Refuses a database whose figures are not exactly those of the workload. */
    void require(Expectation expected) throws SQLException, NotMeasured {
        requireEqual(
                "user days",
                expected.userDays(),
                number("select coalesce(sum(bit_count(mask::bit(64))), 0) from health.activity where kind = 'U'"));
        Map<String, Long> uses =
                numbers("select account_id, sum(quantity)::bigint from health.usage_day group by account_id");
        Map<String, Long> wau = numbers("select account_id, wau from health.account");
        for (int account = 0; account < Workload.ACCOUNTS; account++) {
            String id = Wire.account(account);
            requireEqual("uses of " + id, expected.uses().get(account), uses.getOrDefault(id, 0L));
            requireEqual("WAU of " + id, expected.wau().get(account), wau.getOrDefault(id, 0L));
        }
    }

    private static void requireEqual(String what, long expected, long found) throws NotMeasured {
        if (expected != found) {
            throw new NotMeasured("wrong result: %s should be %,d and is %,d".formatted(what, expected, found));
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Map<String, Long> numbers(String query) throws SQLException {
        Map<String, Long> numbers = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
            }
        }
        return numbers;
    }
}
