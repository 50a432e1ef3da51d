package dev.bellwether.ingest.csv;

import static dev.bellwether.ingest.testing.Packed.gzip;
import static dev.bellwether.ingest.testing.TestSources.NEW_APP_KEY;
import static dev.bellwether.ingest.testing.TestSources.SHOP;
import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Address;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.messaging.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INVOICES = """
            Invoice Id;Customer;Total;currency;Issued On;Due On;status;Remarks
            csv-in-1;csv-acme;1.234;EUR;2026-03-01;2026-03-15;open;"first; of many"
            csv-in-2;csv-acme;99.50;EUR;2026-03-02;2026-03-16;open;"Jürgen says ""hi"", and
            goes on"
            csv-in-3;;5;EUR;2026-03-02;16.03.2026;late;
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Jobs jobs;
    private final Pool pool;
    private final MeterRegistry meters;

    ImportTest(Jobs jobs, Pool pool, MeterRegistry meters) {
        this.jobs = jobs;
        this.pool = pool;
        this.meters = meters;
    }

    @Test
    void good_rows_are_facts_and_the_others_can_be_fetched_mended_and_imported() throws Exception {
        // Given
        String query = "?map=Customer:accountId,Total:amountDecimal&zone=Europe/Berlin";

        // When
        JsonNode job = json(200, Sender.send("/v1/import/invoices" + query, WEB_KEY, INVOICES.getBytes(UTF_8)));

        // Then
        assertThat(job.path("state").asText()).isEqualTo("done");
        assertThat(job.path("rows").asInt()).isEqualTo(3);
        assertThat(job.path("published").asInt()).isEqualTo(1);
        assertThat(job.path("refused").asInt()).isEqualTo(2);
        assertThat(job.path("columns").path("Customer").asText()).isEqualTo("accountId");
        assertThat(job.path("ignoredColumns")).hasToString("[\"Remarks\"]");
        assertThat(job.path("bytes").asInt()).isEqualTo(INVOICES.getBytes(UTF_8).length);
        InvoiceChanged invoice = Log.invoice("csv-in-2");
        assertThat(invoice.amount()).isEqualTo(9950);
        assertThat(invoice.occurredAt()).isEqualTo("2026-03-01T23:00:00Z");

        String refused = Sender.get(job.path("refusedRows").asText(), WEB_KEY).body();
        assertThat(refused).isEqualTo("""
                refusedLine;refusedReason;Invoice Id;Customer;Total;currency;Issued On;Due On;status;Remarks
                2;"Total must have at most 2 decimals in this currency";csv-in-1;csv-acme;1.234;EUR;2026-03-01;2026-03-15;open;"first; of many"
                5;"Customer is empty, and required";csv-in-3;;5;EUR;2026-03-02;16.03.2026;late;
                """);

        String mended = refused.replace("1.234", "1.23").replace("csv-in-3;;", "csv-in-3;csv-acme;");
        JsonNode second = json(200, Sender.send("/v1/import/invoices" + query, WEB_KEY, mended.getBytes(UTF_8)));
        assertThat(second.path("published").asInt()).isEqualTo(1);
        assertThat(second.path("ignoredColumns")).hasToString("[\"Remarks\"]");
        assertThat(Log.invoice("csv-in-1").amount()).isEqualTo(123);
        assertThat(Sender.get(second.path("refusedRows").asText(), WEB_KEY).body())
                .contains("Due On must be a day like 2026-03-31; if all days are written so, say it: dates=dd.MM.yyyy;"
                        + " status must be one of open, paid, void, uncollectible");
    }

    @Test
    void the_export_of_a_spreadsheet_is_read_as_its_sender_says_that_it_is_written() throws Exception {
        byte[] file = """
                sep=;\r
                Customer; Invoice Id;Total;currency;Due On\r
                csv-acme; "csv-in-4";1.234,50;EUR;14.04.2026\r
                """.getBytes(UTF_8);
        String map = "?map=Customer:accountId,Total:amountDecimal";

        JsonNode guessed = json(200, Sender.send("/v1/import/invoices" + map, WEB_KEY, file));
        JsonNode told =
                json(200, Sender.send("/v1/import/invoices" + map + "&decimal=,&dates=dd.MM.yyyy", WEB_KEY, file));

        assertThat(Sender.get(guessed.path("refusedRows").asText(), WEB_KEY).body())
                .contains("3;\"Total must be an amount like 1234.50; if all numbers have a decimal comma, say it:"
                        + " decimal=comma\"");
        assertThat(told.path("published").asInt()).as(told.toString()).isEqualTo(1);
        InvoiceChanged invoice = Log.invoice("csv-in-4");
        assertThat(invoice.amount()).isEqualTo(123450);
        assertThat(invoice.dueOn()).isEqualTo("2026-04-14");
        assertThat(json(400, Sender.send("/v1/import/invoices?decimal=x&dates=dd.mm.yyyy", WEB_KEY, file))
                        .path("errors"))
                .hasSize(2);
    }

    @Test
    void days_that_an_export_writes_with_a_time_are_days() throws Exception {
        byte[] file = """
                accountId,invoiceId,amount,currency,dueOn
                csv-acme,csv-in-5,5,USD,12/31/2024 12:00 AM
                csv-acme,csv-in-6,5,USD,2024-12-31
                """.getBytes(UTF_8);

        JsonNode job = json(200, Sender.send("/v1/import/invoices?dates=M/d/yyyy%5B%20h:mm%20a%5D", WEB_KEY, file));

        assertThat(job.path("published").asInt()).as(job.toString()).isEqualTo(1);
        assertThat(Log.invoice("csv-in-5").dueOn()).isEqualTo("2024-12-31");
        assertThat(Sender.get(job.path("refusedRows").asText(), WEB_KEY).body())
                .contains("3,\"dueOn must be a day like 3/31/2026 9:30 AM, as dates=M/d/yyyy[ h:mm a] says\"");
    }

    @Test
    void a_contract_that_is_over_is_one_row_and_two_facts() throws Exception {
        byte[] file = """
                accountId,contractId,startsOn,endsOn,status,cancelledOn
                csv-over,csv-over-1,2024-01-01,2025-12-31,cancelled,2025-06-01
                """.getBytes(UTF_8);

        JsonNode job = json(200, Sender.send("/v1/import/contracts", WEB_KEY, file));

        assertThat(job.path("rows").asInt()).isEqualTo(1);
        assertThat(job.path("published").asInt()).isEqualTo(1);
        assertThat(contract("\"startsOn\"").occurredAt()).isEqualTo("2024-01-01T00:00:00Z");
        ContractChanged stop = contract("\"cancelledOn\"");
        assertThat(stop.occurredAt()).isEqualTo("2025-06-01T00:00:00Z");
        assertThat(stop.startsOn()).isNull();
    }

    @Test
    void a_row_that_is_broken_costs_itself_only() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("accountId,userId,name\n".getBytes(UTF_8));
        file.writeBytes("csv-broken,u-1,Jörg\n".getBytes(ISO_8859_1));
        file.writeBytes(("csv-broken,u-2," + "x".repeat(70_000) + "\n").getBytes(UTF_8));
        file.writeBytes("csv-broken,u-3,\"never closed\ncsv-broken,u-4,\0\ncsv-broken,u-5,Ann\n".getBytes(UTF_8));

        JsonNode job = json(200, Sender.send("/v1/import/users", WEB_KEY, file.toByteArray()));

        assertThat(job.path("published").asInt()).isEqualTo(1);
        assertThat(Sender.get(job.path("refusedRows").asText(), WEB_KEY).body().lines())
                .map(line -> line.split("\"")[Math.min(1, line.split("\"").length - 1)])
                .containsExactly(
                        "refusedLine,refusedReason,accountId,userId,name",
                        "the row is not UTF-8: save the file in that encoding",
                        "the row is longer than a row may be",
                        "the row opens a quote that is not closed",
                        "name must not hold a NUL or half a surrogate pair");
    }

    @Test
    void a_packed_file_is_read_as_well() throws Exception {
        UsageFile file = new UsageFile("csv-packed", 200);
        JsonNode job =
                json(200, Sender.send("/v1/import/usage", WEB_KEY, gzip(file.bytes()), "Content-Encoding", "gzip"));

        assertThat(job.path("published").asInt()).isEqualTo(file.published());
        json(400, Sender.send("/v1/import/usage", WEB_KEY, file.bytes(), "Content-Encoding", "gzip"));
        json(400, Sender.send("/v1/import/usage", WEB_KEY, file.bytes(), "Content-Encoding", "br"));
    }

    @Test
    void an_import_that_another_file_or_the_database_ends_is_counted_as_interrupted() throws Exception {
        byte[] file = "accountId,name\ncsv-ends,Acme\n".getBytes(UTF_8);
        json(200, Sender.send("/v1/import/accounts", WEB_KEY, file, "Idempotency-Key", "ends-1"));
        double before = interrupted();

        byte[] other = "accountId,name\ncsv-ends,Apex\n".getBytes(UTF_8);
        json(409, Sender.send("/v1/import/accounts", WEB_KEY, other, "Idempotency-Key", "ends-1"));
        assertThat(interrupted()).isEqualTo(before + 1);

        SqlConnection lock = pool.getConnection().await().atMost(PATIENCE);
        try {
            lock.query("begin").execute().await().atMost(PATIENCE);
            lock.query("lock table import in access exclusive mode")
                    .execute()
                    .await()
                    .atMost(PATIENCE);
            json(503, Sender.send("/v1/import/accounts", WEB_KEY, file));
        } finally {
            lock.query("rollback").execute().await().atMost(PATIENCE);
            lock.close().await().atMost(PATIENCE);
        }
        assertThat(interrupted()).isEqualTo(before + 2);
    }

    private double interrupted() {
        return meters.get("bellwether.ingest.imports")
                .tags("kind", "accounts", "state", "interrupted")
                .counter()
                .count();
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_before_any_row() throws Exception {
        byte[] usage = "userId,feature\nann,export\n".getBytes(UTF_8);
        JsonNode problem = json(400, Sender.send("/v1/import/usage", WEB_KEY, usage));
        assertThat(problem.path("type").asText()).isEqualTo("https://bellwether.dev/problems/unusable-file");
        assertThat(problem.path("errors").path(0).path("pointer").asText()).isEqualTo("/accountId");
        assertThat(problem.path("errors").path(1).path("pointer").asText()).isEqualTo("/occurredAt");

        assertThat(json(400, Sender.send("/v1/import/usage?zone=Mars&delimiter=x&map=a", WEB_KEY, usage))
                        .path("errors"))
                .hasSize(3);
        assertThat(json(400, Sender.send("/v1/import/usage", WEB_KEY, new byte[0]))
                        .path("detail")
                        .asText())
                .contains("is empty");
        assertThat(json(
                                400,
                                Sender.send(
                                        "/v1/import/usage",
                                        WEB_KEY,
                                        "a,b".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                        .path("detail")
                        .asText())
                .contains("UTF-16");
        json(404, Sender.send("/v1/import/pulses", WEB_KEY, usage));
        json(400, Sender.send("/v1/import/usage", WEB_KEY, usage, "Idempotency-Key", "no/such"));
    }

    @Test
    void who_has_no_key_and_no_role_is_told_so_however_large_the_file() throws Exception {
        byte[] large = new byte[20 << 20];
        Arrays.fill(large, (byte) 'x');

        json(401, Sender.send("/v1/import/usage", "wrong", large));
        json(401, Sender.send("/v1/import/usage", Tokens.bearer("carla@example.com", "csm"), large));
        json(400, Sender.send("/v1/import/usage", WEB_KEY, large));
    }

    @Test
    void operations_may_import_and_see_every_import_and_a_source_sees_its_own() throws Exception {
        String ops = Tokens.bearer("ops@example.com", "ops");
        byte[] file = "accountId,name\ncsv-mine,Mine\n".getBytes(UTF_8);

        String ofPerson = json(200, Sender.send("/v1/import/accounts", ops, file))
                .path("id")
                .asText();
        String ofSource = json(200, Sender.send("/v1/import/accounts", WEB_KEY, file))
                .path("id")
                .asText();

        json(200, Sender.get("/v1/imports/" + ofPerson, ops));
        json(200, Sender.get("/v1/imports/" + ofSource, ops));
        json(200, Sender.get("/v1/imports/" + ofSource, WEB_KEY));
        json(404, Sender.get("/v1/imports/" + ofSource, NEW_APP_KEY));
        json(404, Sender.get("/v1/imports/" + ofSource + "/refused", NEW_APP_KEY));
        json(404, Sender.get("/v1/imports/" + ofPerson, WEB_KEY));
        json(401, Sender.get("/v1/imports/" + ofSource, "wrong"));
    }

    @Test
    void a_web_page_that_is_not_on_the_list_may_not_import_even_with_the_key() throws Exception {
        byte[] file = "accountId,name\ncsv-page,Page\n".getBytes(UTF_8);

        json(401, Sender.send("/v1/import/accounts", WEB_KEY, file, "Origin", "https://else.example"));
        json(200, Sender.send("/v1/import/accounts", WEB_KEY, file, "Origin", SHOP));
    }

    @Test
    void the_same_key_with_another_file_or_another_reading_is_a_conflict() throws Exception {
        byte[] file = "accountId,name\ncsv-conflict,A\n".getBytes(UTF_8);
        json(200, Sender.send("/v1/import/accounts", WEB_KEY, file, "Idempotency-Key", "conflict-1"));

        json(200, Sender.send("/v1/import/accounts", WEB_KEY, file, "Idempotency-Key", "conflict-1"));
        byte[] longer = "accountId,name\ncsv-conflict,A\ncsv-conflict,B\n".getBytes(UTF_8);
        json(409, Sender.send("/v1/import/accounts", WEB_KEY, longer, "Idempotency-Key", "conflict-1"));
        byte[] other = "accountId,name\ncsv-conflict,B\n".getBytes(UTF_8);
        json(409, Sender.send("/v1/import/accounts", WEB_KEY, other, "Idempotency-Key", "conflict-1"));
        json(409, Sender.send("/v1/import/accounts?zone=Asia/Tokyo", WEB_KEY, file, "Idempotency-Key", "conflict-1"));
        json(200, Sender.send("/v1/import/accounts", NEW_APP_KEY, other, "Idempotency-Key", "conflict-1"));
        assertThat(json(200, Sender.get("/v1/imports/conflict-1", WEB_KEY))
                        .path("state")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void the_answer_is_one_in_either_version_of_http() throws Exception {
        for (HttpClient.Version version : HttpClient.Version.values()) {
            try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(Address.of("/v1/import/accounts"))
                                .header("Authorization", "Bearer " + WEB_KEY)
                                .POST(HttpRequest.BodyPublishers.ofString("accountId,name\ncsv-http,A\n"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.version()).isEqualTo(version);
                assertThat(json(200, answer).path("published").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void old_imports_are_forgotten() throws Exception {
        byte[] file = "accountId,seats\ncsv-old,many\n".getBytes(UTF_8);
        json(200, Sender.send("/v1/import/accounts", NEW_APP_KEY, file, "Idempotency-Key", "old-1"));
        Job job = Objects.requireNonNull(jobs.find("old-1", "app"));
        assertThat(jobs.refused(job, 0, 10)).hasSize(1);

        jobs.forget(job.updatedAt());
        assertThat(jobs.find("old-1", "app")).isNotNull();
        jobs.forget(job.updatedAt().plusMillis(1));

        assertThat(jobs.find("old-1", "app")).isNull();
        assertThat(jobs.refused(job, 0, 10)).isEmpty();
    }

    private static ContractChanged contract(String field) {
        return (ContractChanged) Log.fact(
                Topic.ACCOUNT_EVENTS,
                Log.header(
                        Log.first(
                                Topic.ACCOUNT_EVENTS,
                                record -> Log.text(record).contains("csv-over-1")
                                        && Log.text(record).contains(field)),
                        "ce_id"));
    }

    private static JsonNode json(int status, HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
