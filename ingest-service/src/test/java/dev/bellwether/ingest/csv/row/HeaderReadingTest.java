package dev.bellwether.ingest.csv.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderReadingTest {

    @Test
    void columns_are_known_however_they_are_written_and_the_others_are_listed() {
        Header header =
                understood(ImportKind.INVOICES, List.of("ACCOUNT_ID", "Invoice Id", "due-on", "Notes", ""), Map.of());

        assertThat(header.read())
                .containsExactly(
                        Map.entry("ACCOUNT_ID", "accountId"),
                        Map.entry("Invoice Id", "invoiceId"),
                        Map.entry("due-on", "dueOn"));
        assertThat(header.ignored()).containsExactly("Notes");
    }

    @Test
    void further_columns_of_accounts_become_traits_but_for_those_left_out() {
        Header header = understood(
                ImportKind.ACCOUNTS,
                List.of("refusedLine", "refusedReason", "accountId", "Plan", "Notes"),
                Map.of("notes", "-"));

        assertThat(header.read())
                .containsExactly(Map.entry("accountId", "accountId"), Map.entry("Plan", "traits/Plan"));
        assertThat(header.ignored()).containsExactly("Notes");
    }

    @Test
    void missing_columns_are_named_all_at_once() {
        assertThat(refused(ImportKind.USAGE, List.of("userId"), Map.of(), Map.of()))
                .containsExactly(
                        "/accountId is required, and no column of the file is it",
                        "/feature is required, and no column of the file is it",
                        "/occurredAt is required, and no column of the file is it");
    }

    @Test
    void a_column_that_is_told_twice_is_refused() {
        assertThat(refused(ImportKind.USERS, List.of("accountId", "user_id", "userId"), Map.of(), Map.of()))
                .containsExactly("/userId is told twice: by the column user_id and by the column userId");
        assertThat(refused(ImportKind.USERS, List.of("accountId", "userId", "role"), Map.of(), Map.of("role", "admin")))
                .containsExactly("/role is told twice: by admin and by the column role");
    }

    @Test
    void a_mapping_of_what_is_not_there_is_refused() {
        assertThat(refused(
                        ImportKind.USERS,
                        List.of("accountId", "userId", "x"),
                        Map.of("y", "email", "x", "mail"),
                        Map.of("colour", "red")))
                .containsExactlyInAnyOrder(
                        "/map mail is no column of users",
                        "/map there is no column y in the file",
                        "/set colour is no column of users");
    }

    private static Header understood(ImportKind kind, List<String> names, Map<String, String> map) {
        return ((Reading.Understood<Header>) read(kind, names, map, Map.of())).value();
    }

    private static List<String> refused(
            ImportKind kind, List<String> names, Map<String, String> map, Map<String, String> set) {
        return ((Reading.Refused<Header>) read(kind, names, map, set))
                .problems().stream().map(Problem::text).toList();
    }

    private static Reading<Header> read(
            ImportKind kind, List<String> names, Map<String, String> map, Map<String, String> set) {
        return HeaderReading.of(names, new ImportOrder(kind, map, set, Spelling.PLAIN, null));
    }
}
