package dev.bellwether.ingest.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the former version kept of ids that are the same user's is still known; in tables of the session's own. */
@QuarkusTest
class GroupsOfIdsTest {

    private static final String FORMER = """
            set local search_path = pg_temp;
            create table user_account (user_id text primary key, account_id text, learned_at timestamptz not null,
                event_id text not null, via text,
                linked boolean not null default false);
            insert into user_account values
                ('told', 'acme', '2026-03-01', '1', null, false),
                ('deal', null, '2026-03-01', '1', 'told', false),
                ('a', null, '2026-03-02', '2', 'b', true),
                ('b', null, '2026-03-03', '3', 'c', true),
                ('c', 'globex', '2026-03-01', '4', null, false),
                ('d', null, '2026-03-04', '5', 'a', true),
                ('concluded', 'initech', '2026-03-01', '6', null, true),
                ('alone', null, '2026-03-01', '7', 'nobody', true);
            """;

    private final DataSource database;

    GroupsOfIdsTest(DataSource database) {
        this.database = database;
    }

    @Test
    void who_followed_whom_becomes_one_group_and_what_was_concluded_gives_way_to_any_word() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(FORMER);
            statement.execute(migration());

            assertThat(accounts(statement))
                    .containsAllEntriesOf(Map.of(
                            "told",
                            "acme",
                            "deal",
                            "acme",
                            "a",
                            "globex",
                            "b",
                            "globex",
                            "c",
                            "globex",
                            "d",
                            "globex",
                            "concluded",
                            "initech"))
                    .containsEntry("alone", "")
                    .containsEntry("nobody", "");
            try (ResultSet rows = statement.executeQuery(
                    "select count(distinct group_id), count(*) from same_user union all select count(*), 0"
                            + " from user_account where learned_at = 'epoch'")) {
                rows.next();
                assertThat(rows.getInt(1)).as("groups").isEqualTo(2);
                assertThat(rows.getInt(2)).as("ids in them").isEqualTo(6);
                rows.next();
                assertThat(rows.getInt(1))
                        .as("ids of which no call says the account")
                        .isEqualTo(6);
            }
            connection.rollback();
        }
    }

    private static Map<String, String> accounts(Statement statement) throws SQLException {
        Map<String, String> accounts = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select user_id, coalesce(account_id, '') from account_of_user")) {
            while (rows.next()) {
                accounts.put(rows.getString(1), rows.getString(2));
            }
        }
        return accounts;
    }

    private static String migration() throws IOException {
        try (InputStream file = GroupsOfIdsTest.class.getResourceAsStream("/db/ingest/V25__groups_of_ids.sql")) {
            return new String(file.readAllBytes(), UTF_8);
        }
    }
}
