package dev.bellwether.ingest.schema;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.Page;
import dev.bellwether.ingest.testing.TestHooks;
import dev.bellwether.messaging.Records;
import dev.bellwether.messaging.testing.TestTopic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas as they are served say what the door does. */
@QuarkusTest
class SchemaTest {

    private static final String MARKED = "marked-by-the-schema-test-";
    private static final int MARKS = 20;

    /** Sources, and the folders of what they send. */
    private static final Map<String, String> HOOKS = Map.of(
            "billing",
            "stripe",
            "chat",
            "intercom",
            "crm",
            "hubspot",
            "desk",
            "zendesk",
            "nps",
            "survey",
            "press",
            "mention");

    /** In the order of the examples that end the page on CSV files. */
    private static final List<String> TABLES =
            List.of("accounts", "users", "contracts", "invoices", "tickets", "usage", "surveys");

    private static final Path GOLDEN = Path.of("..", "contracts", "src", "test", "resources", "golden");

    @ParameterizedTest
    @MethodSource("types")
    void the_schema_of_every_type_takes_its_golden_file(EventType type) throws IOException {
        String golden = Files.readString(GOLDEN.resolve(type.typeName() + ".json"));
        assertThat(problems(type.typeName(), golden)).isEmpty();
    }

    static Stream<EventType> types() {
        return Arrays.stream(EventType.values()).filter(type -> Topic.INBOUND.contains(type.topic()));
    }

    @Test
    void the_examples_of_the_documents_are_taken_by_the_door_and_by_the_schema_of_one_type_at_least() {
        List<String> examples = Page.SENDING_EVENTS.blocks("json").stream()
                .flatMap(block -> Arrays.stream(block.split("\n(?=\\{)")))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
        assertThat(examples)
                .allSatisfy(example -> assertThat(types())
                        .anyMatch(type -> takes(type.typeName(), example)
                                && problems(type.typeName(), example).isEmpty()));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "usage          | {'userId':'u','feature':'f','quantity':0.000001}      | true",
                "usage          | {'userId':'u','feature':'f','quantity':null,'x':[1]}  | true",
                "usage          | {'feature':'f'}                                       | false",
                "usage          | {'userId':null,'feature':'f'}                         | false",
                "usage          | {'userId':' ','feature':'f'}                          | false",
                "usage          | {'userId':'a\\u0000','feature':'f'}                   | false",
                "usage          | {'userId':7,'feature':'f'}                            | false",
                "usage          | {'userId':'u','feature':'f','quantity':'1'}           | false",
                "usage          | {'userId':'u','feature':'f','quantity':0.1}           | true",
                "usage          | {'userId':'u','feature':'f','quantity':1e13}          | false",
                "usage          | []                                                    | false",
                "user           | {'userId':'u','champion':'yes'}                       | false",
                "account        | {}                                                    | true",
                "account        | {'seats':-1}                                          | false",
                "account        | {'seats':1.0}                                         | true",
                "account        | {'seats':1.5}                                         | false",
                "account        | {'currency':'euro'}                                   | false",
                "account        | {'traits':{'a':{}}}                                   | false",
                "account        | {'traits':{'a':1,'b':true,'c':'d'}}                   | true",
                "account        | {'status':'gone'}                                     | false",
                "account        | {'churnedOn':'2026-02-30'}                            | false",
                "account        | {'churnedOn':'1800-01-01'}                            | false",
                "invoice        | {'invoiceId':'i','amount':12.5}                       | false",
                "invoice        | {'invoiceId':'i','amount':1e16}                       | false",
                "invoice        | {'invoiceId':'i','dueOn':'31.3.2026'}                 | false",
                "payment-failed | {'reason':'r'}                                        | false",
                "ticket         | {'ticketId':'t','openedAt':'2026-03-31T09:30:00'}     | false",
                "ticket         | {'ticketId':'t','openedAt':'2026-03-31T09:30:00+02:00'} | true",
                "ticket         | {'ticketId':'t','priority':'top'}                     | false",
                "survey         | {'userId':'u','kind':'NPS','score':0}                 | true",
                "survey         | {'userId':'u','kind':'NPS','score':11}                | false",
                "survey         | {'userId':'u','kind':'CSAT','score':0}                | false",
                "survey         | {'userId':'u','kind':'CES','score':8}                 | false",
                "survey         | {'userId':'u','kind':'CES','score':8,'scale':9}       | true",
                "survey         | {'userId':'u','kind':'NPS','score':9,'scale':5}       | false",
                "mention        | {'sentiment':1.01}                                    | false",
                "mention        | {'text':'x'}                                          | false",
                "pulse          | {'opinion':6}                                         | false",
                "contract       | {'contractId':'c','noticeDays':3651}                  | false",
                "contract       | {'contractId':'c','lines':[{'product':'p'}]}          | false",
                "contract       | {'contractId':'c','lines':[7]}                        | false",
                "contract       | {'contractId':'c','lines':[{'product':'p','annualAmount':-1000000000000001}]} | false",
            })
    void a_schema_refuses_what_the_door_refuses(String name, String data, boolean taken) {
        String type = "bellwether." + name;
        String json = data.replace('\'', '"');
        assertThat(takes(type, json)).as("the door takes it").isEqualTo(taken);
        assertThat(problems(type, json).isEmpty()).as("the schema takes it").isEqualTo(taken);
    }

    /** Validators that reckon in binary fractions would refuse every third hundredth. */
    @ParameterizedTest
    @MethodSource("types")
    void no_schema_asks_for_multiples_of_a_fraction(EventType type) {
        assertThat(given().get("/v1/schemas/" + type.typeName()).asString()).doesNotContain("multipleOf");
    }

    @Test
    void a_text_is_as_long_as_it_has_characters_not_as_it_has_chars() {
        for (int characters : new int[] {300, 500, 501}) {
            String json = "{\"userId\":\"" + "\ud83d\ude00".repeat(characters) + "\",\"feature\":\"f\"}";
            assertThat(takes("bellwether.usage", json)).as("the door takes it").isEqualTo(characters <= 500);
            assertThat(problems("bellwether.usage", json).isEmpty())
                    .as("the schema takes it")
                    .isEqualTo(characters <= 500);
        }
    }

    /** What stands on Kafka after samples of all kinds went through the doors that translate. */
    @Test
    void what_the_doors_make_of_the_samples_meets_the_schemas() throws IOException {
        String run = "schema-" + UUID.randomUUID();
        mark(run + "-begin");
        for (Path call : files(Path.of("src", "test", "resources", "captured", "segment"))) {
            byte[] body = Files.readAllBytes(call);
            given().auth()
                    .preemptive()
                    .basic(WEB_KEY, "")
                    .body(body)
                    .post("/v1/batch")
                    .then()
                    .statusCode(200);
        }
        for (Map.Entry<String, String> hook : HOOKS.entrySet()) {
            for (Path sample : files(Path.of("src", "test", "resources", "webhooks", hook.getValue()))) {
                byte[] body = Files.readAllBytes(sample);
                given().headers(TestHooks.signed(hook.getKey(), body))
                        .contentType("application/json")
                        .body(body)
                        .post("/webhooks/" + hook.getKey())
                        .then()
                        .statusCode(200);
            }
        }
        List<String> tables = Page.CSV_FILES.blocks("csv");
        for (int i = 1; i <= TABLES.size(); i++) {
            given().header("Authorization", "Bearer " + WEB_KEY)
                    .body(tables.get(tables.size() - i))
                    .contentType("text/csv")
                    .post("/v1/import/" + TABLES.get(TABLES.size() - i))
                    .then()
                    .statusCode(200)
                    .body("published", equalTo(1));
        }
        mark(run + "-end");

        Set<String> types = new HashSet<>();
        Set<String> sources = new HashSet<>();
        for (Topic topic : Topic.INBOUND) {
            for (ConsumerRecord<String, byte[]> record : between(topic, run + "-begin", run + "-end")) {
                assertThat(problems(Log.header(record, "ce_type"), Log.text(record)))
                        .as(Log.text(record))
                        .isEmpty();
                types.add(Log.header(record, "ce_type"));
                sources.add(Source.nameOf(Log.header(record, "ce_source")));
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(types().map(EventType::typeName)
                        .filter(type -> !type.endsWith("pulse"))
                        .toList());
        assertThat(sources).contains("web").containsAll(HOOKS.keySet());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Events of so many accounts on every inbound topic that some lie in each partition. */
    private static void mark(String id) {
        TestTopic.send(IntStream.range(0, MARKS)
                .boxed()
                .flatMap(account -> types().map(type -> new Envelope(
                        id, "/test", type.typeName(), MARKED + account, Instant.now(), "{}".getBytes(UTF_8))))
                .map(Records::write)
                .toList());
    }

    /** The records of a topic that were put there between two marks, in whichever partition. */
    private static List<ConsumerRecord<String, byte[]>> between(Topic topic, String begin, String end) {
        long marks = MARKS * types().filter(type -> type.topic() == topic).count();
        AtomicLong seen = new AtomicLong();
        List<ConsumerRecord<String, byte[]>> all = TestTopic.records(
                topic,
                record -> end.equals(Log.header(record, "ce_id")) && seen.incrementAndGet() == marks,
                Duration.ofSeconds(10));
        assertThat(seen).as("marks on " + topic).hasValue(marks);
        long from = timestamp(all, begin);
        return all.stream()
                .filter(record -> record.timestamp() >= from
                        && !String.valueOf(record.key()).startsWith(MARKED))
                .toList();
    }

    private static long timestamp(List<ConsumerRecord<String, byte[]>> records, String id) {
        return records.stream()
                .filter(record -> id.equals(Log.header(record, "ce_id")))
                .mapToLong(ConsumerRecord::timestamp)
                .min()
                .orElseThrow();
    }

    @Test
    void a_schema_is_open_may_be_kept_and_goes_by_both_names() {
        given().get("/v1/schemas/usage")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .header("Cache-Control", containsString("max-age"))
                .body(containsString("bellwether.usage.json"));
        given().get("/v1/schemas/bellwether.usage").then().statusCode(200);
        given().get("/v1/schemas/score-changed").then().statusCode(404);
        given().get("/v1/schemas/..%2Fapplication").then().statusCode(404);
    }

    private static List<Error> problems(String type, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(given().get("/v1/schemas/" + type).asString());
        return schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static boolean takes(String type, String json) {
        var envelope = new Envelope("e", "/s", type, "acme", Instant.EPOCH, json.getBytes(UTF_8));
        return Codec.readFact(envelope) instanceof Reading.Understood<?>;
    }
}
