package dev.bellwether.ingest.schema;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

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
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas as they are served say what the door does. */
@QuarkusTest
class SchemaTest {

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
    void the_examples_of_the_documents_are_taken_by_the_door_and_by_the_schema_of_one_type_at_least()
            throws IOException {
        List<String> examples = Files.readAllLines(Path.of("..", "docs", "sending-events.md")).stream()
                .filter(line -> line.startsWith("{\"") && line.endsWith("}"))
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
                "usage          | {'userId':'u','feature':'f','quantity':0.0000001}     | false",
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
                "contract       | {'contractId':'c','lines':[{'product':'p','annualAmount':-1}]} | false",
            })
    void a_schema_refuses_what_the_door_refuses(String name, String data, boolean taken) {
        String type = "bellwether." + name;
        String json = data.replace('\'', '"');
        assertThat(takes(type, json)).as("the door takes it").isEqualTo(taken);
        assertThat(problems(type, json).isEmpty()).as("the schema takes it").isEqualTo(taken);
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
