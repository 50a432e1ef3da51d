package dev.bellwether.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.local.door.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallCompany() throws IOException {
        file(
                "accounts",
                "account_id,account_name,created_at,segment,account_status,legal_currency",
                "a1,\"Pipes, Valves & \"\"More\"\"\",2025-01-01 11:00:00,small,lost,EUR");
        file(
                "users",
                "user_id,account_id,created_at,role_name,user_status,deactivated_at",
                "u1,a1,2025-01-02 00:00:00,manager,active,",
                "u2,a1,2025-01-02 00:00:00,finance,deactivated,2025-03-01 00:00:00");
        file(
                "product_events",
                "product_event_id,account_id,user_id,event_at,event_name",
                "e1,a1,u1,2025-01-13 06:53:37,dashboard_viewed",
                "e2,a1,u2,2025-01-14 06:53:37,report_opened");
    }

    @Test
    void accounts_and_users_come_first_and_the_rest_newest_first() throws Exception {
        DataSet data = DataSet.read(folder);
        assertThat(data.letters())
                .extracting(Letter::id)
                .containsExactly("a1", "u1", "u2", "u2-deactivated", "e2", "e1");
        assertThat(data.missing())
                .containsExactlyInAnyOrder(
                        "contracts.csv",
                        "subscriptions.csv",
                        "subscription_items.csv",
                        "invoices.csv",
                        "payment_attempts.csv",
                        "support_tickets.csv",
                        "nps_responses.csv");
    }

    @Test
    void usage_is_a_segment_call_of_its_account_at_its_own_time_and_quoted_names_are_read() throws Exception {
        assertThat(json("e1"))
                .isEqualTo("{\"type\":\"track\",\"messageId\":\"e1\",\"timestamp\":\"2025-01-13T06:53:37Z\","
                        + "\"userId\":\"u1\",\"event\":\"dashboard_viewed\",\"context\":{\"groupId\":\"a1\"}}");
        assertThat(json("a1"))
                .contains("\"name\":\"Pipes, Valves & \\\"More\\\"\"")
                .doesNotContain("lost");
    }

    @Test
    void an_invoice_is_issued_and_paid_in_minor_units_and_a_failed_attempt_is_told() throws Exception {
        file(
                "invoices",
                "invoice_id,account_id,invoice_date,due_date,currency_code,total_local,invoice_status,paid_date",
                "i1,a1,2025-02-01,2025-02-04,EUR,61.71,paid,2025-02-09",
                "i2,a1,2025-03-01,2025-03-04,JPY,500,overdue,");
        file(
                "payment_attempts",
                "payment_attempt_id,invoice_id,attempt_at,attempt_status,failure_reason",
                "p1,i1,2025-02-03 00:00:00,failed,expired_card",
                "p2,i1,2025-02-09 00:00:00,succeeded,");
        assertThat(DataSet.read(folder).history())
                .extracting(Letter::id)
                .containsExactly("i2-open", "i1-paid", "p1", "i1-open", "e2", "e1");
        assertThat(json("i1-open"))
                .contains("\"amount\":6171")
                .contains("\"status\":\"open\"")
                .contains("2025-02-01T00:00:00Z");
        assertThat(json("i1-paid")).contains("2025-02-09T12:00:00Z").contains("\"paidOn\":\"2025-02-09\"");
        assertThat(json("i2-open")).contains("\"amount\":500,").doesNotContain("overdue");
        assertThat(json("p1")).contains("expired_card").contains("\"subject\":\"a1\"");
    }

    @Test
    void a_ticket_is_opened_solved_and_judged_and_a_recommendation_is_the_first_users() throws Exception {
        file(
                "support_tickets",
                "ticket_id,account_id,created_at,resolved_at,closed_at,priority,ticket_status,csat_score",
                "t1,a1,2025-04-10 19:00:00,2025-04-11 10:58:38.208641780,2025-04-11 18:00:00,high,closed,4");
        file("nps_responses", "nps_response_id,account_id,response_date,nps_score", "n1,a1,2025-06-01,7");
        assertThat(json("t1-open")).contains("\"status\":\"open\",\"priority\":\"high\"");
        assertThat(json("t1-solved")).contains("\"solvedAt\":\"2025-04-11T10:58:38.208641780Z\"");
        assertThat(json("t1-csat")).contains("\"score\":4").contains("\"userId\":\"u1\"");
        assertThat(json("n1")).contains("NPS").contains("2025-06-01T12:00:00Z");
    }

    @Test
    void a_contract_gets_its_lines_and_seats_from_the_items_of_its_subscription() throws Exception {
        file(
                "contracts",
                "contract_id,account_id,signed_date,start_date,end_date,auto_renew_flag,currency_code,contract_status",
                "c1,a1,2025-01-06,2025-01-10,2026-01-09,True,EUR,terminated");
        file(
                "subscriptions",
                "subscription_id,account_id,contract_id,trial_start_date,trial_end_date,subscription_start_date,"
                        + "current_status,ended_date,currency_code",
                "s1,a1,c1,2024-12-12,2025-01-09,2025-01-10,churned,2025-09-01,EUR");
        file(
                "subscription_items",
                "subscription_item_id,subscription_id,plan_id,add_on_id,quantity,effective_start,effective_end,mrr_local",
                "si1,s1,starter,,4,2025-01-01,2025-05-31,51.0",
                "si2,s1,business,,6,2025-06-01,2025-08-31,100.5",
                "si3,s1,,storage,1,2025-03-01,2025-08-31,10");
        assertThat(json("c1")).contains("\"startsOn\":\"2025-01-10\"").doesNotContain("terminated");
        assertThat(json("s1-trial")).contains("\"kind\":\"trial\"").contains("2024-12-12T00:00:00Z");
        assertThat(json("s1-trial-ended")).contains("\"status\":\"ended\"").contains("2025-01-10T00:00:00Z");
        assertThat(json("si1-lines")).contains("61200").doesNotContain("storage");
        assertThat(json("si2-lines")).contains("120600").contains("storage").doesNotContain("61200");
        assertThat(json("si2-seats")).contains("\"seats\":6");
        assertThat(ids()).noneMatch(id -> id.startsWith("si3-seats"));
        assertThat(DataSet.read(folder).letters())
                .noneMatch(letter -> letter.json().contains("2025-09-01"));
    }

    @Test
    void what_cannot_be_read_is_named_with_file_and_line() throws Exception {
        file(
                "users",
                "user_id,account_id,created_at,role_name,user_status,deactivated_at",
                "u1,a1,2025-01-02 00:00:00,manager,active,",
                "u2,a1,yesterday,manager,active,");
        assertThatThrownBy(() -> DataSet.read(folder))
                .isInstanceOf(UnreadableData.class)
                .hasMessage("users.csv line 3: created_at is not a time like 2026-03-31 10:15:30: yesterday");
        file("users", "user_id,account_id", "u1");
        assertThatThrownBy(() -> DataSet.read(folder)).hasMessage("users.csv line 2: has 1 values instead of 2");
        assertThatThrownBy(() -> DataSet.read(folder.resolve("nothing"))).hasMessageContaining("no accounts.csv");
    }

    private List<String> ids() throws Exception {
        return DataSet.read(folder).letters().map(Letter::id).toList();
    }

    private String json(String id) throws Exception {
        return DataSet.read(folder)
                .letters()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow()
                .json();
    }

    private void file(String name, String... lines) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }
}
