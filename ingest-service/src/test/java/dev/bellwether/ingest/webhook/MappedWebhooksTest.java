package dev.bellwether.ingest.webhook;

import static dev.bellwether.ingest.testing.TestHooks.SECRET;
import static dev.bellwether.ingest.testing.TestHooks.hmac;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.Priority;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.SurveyKind;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.TicketStatus;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.ingest.testing.TestHooks;
import dev.bellwether.ingest.testing.TestSources;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources whose JSON a mapping translates, over HTTP and onto Kafka. */
@QuarkusTest
class MappedWebhooksTest {

    @Test
    void a_ticket_of_zendesk() {
        String event = """
                {"type":"zen:event-type:ticket.status_changed","account_id":1,"id":"01HZ-%s","time":"2026-03-02T10:00:00.123456789Z",
                 "zendesk_event_version":"2022-11-06","subject":"zen:ticket:35436",
                 "detail":{"id":"35436","status":"%s","priority":"URGENT","organization_id":%s,"tags":null,
                           "created_at":"2026-03-01T09:00:00Z"},
                 "event":{"current":"SOLVED","previous":"OPEN","meta":{"sequence":{"id":123456789012345678901234567890}}}}""";

        zendesk(event.formatted("1", "SOLVED", "\"8501\"")).body("accepted", equalTo(1));
        zendesk(event.formatted("2", "HOLD", "\"8502\"")).body("accepted", equalTo(1));
        zendesk(event.formatted("3", "OPEN", "null")).body("unused", equalTo(1));
        zendesk("{\"type\":\"zen:event-type:user.created\",\"id\":\"u\"}").body("unused", equalTo(1));

        assertThat(Log.record(Topic.SUPPORT_EVENTS, "01HZ-1").key()).isEqualTo("umbrella");
        assertThat((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, "01HZ-1")).satisfies(ticket -> {
            assertThat(ticket.ticketId()).isEqualTo("35436");
            assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(ticket.priority()).isEqualTo(Priority.URGENT);
            assertThat(ticket.openedAt()).isEqualTo("2026-03-01T09:00:00Z");
            assertThat(ticket.solvedAt()).isEqualTo("2026-03-02T10:00:00.123456789Z");
        });
        assertThat(Log.record(Topic.SUPPORT_EVENTS, "01HZ-2").key()).isEqualTo("8502");
        assertThat(((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, "01HZ-2")).status())
                .isEqualTo(TicketStatus.PENDING);
    }

    @Test
    void a_ticket_that_moves_to_another_organization_is_solved_for_the_one_it_left() {
        String event = """
                {"type":"zen:event-type:ticket.%s","id":"%s","time":"2026-03-02T10:00:00Z",
                 "detail":{"id":"35437","status":"%s","organization_id":"%s","created_at":"2026-03-01T09:00:00Z"},
                 "event":{"current":"%s","previous":"%s"}}""";

        zendesk(event.formatted("organization_changed", "01HZ-moved", "OPEN", "8504", "8504", "8503"))
                .body("accepted", equalTo(2));
        zendesk(event.formatted("organization_changed", "01HZ-lost", "OPEN", "0", "0", "8503"))
                .body("accepted", equalTo(1));
        zendesk(event.formatted("status_changed", "01HZ-closed", "CLOSED", "8504", "CLOSED", "SOLVED"))
                .body("accepted", equalTo(1));

        assertThat(Log.record(Topic.SUPPORT_EVENTS, "01HZ-moved").key()).isEqualTo("8504");
        assertThat(((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, "01HZ-moved")).status())
                .isEqualTo(TicketStatus.OPEN);
        for (String left : List.of("(left) 01HZ-moved", "(left) 01HZ-lost")) {
            assertThat(Log.record(Topic.SUPPORT_EVENTS, left).key()).isEqualTo("8503");
            assertThat(((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, left)).status())
                    .isEqualTo(TicketStatus.SOLVED);
        }
        assertThat((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, "01HZ-closed"))
                .satisfies(ticket -> {
                    assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
                    assertThat(ticket.solvedAt()).isNull();
                });
    }

    @ParameterizedTest
    @CsvSource({"'', '', unused", "8502, '', accepted", "'', hooli, accepted", "0, hooli, accepted", "0, '', unused"})
    void a_trigger_tells_of_the_tickets_of_organizations_alone(String id, String externalId, String outcome) {
        zendesk("""
                        {"bellwether":"ticket","ticket":{"id":"78","status":"Open","priority":"","created_at":"2026-03-01T09:00:00Z",
                         "updated_at":"2026-03-01T09:05:00Z","organization":{"id":"%s","external_id":"%s"}}}""".formatted(id, externalId)).body(outcome, equalTo(1)).body("rejected", hasSize(0));
    }

    @Test
    void the_json_of_a_trigger_of_zendesk() {
        zendesk("""
                        {"bellwether":"ticket","ticket":{"id":"77","status":"Open","priority":"","created_at":"2026-03-01T09:00:00Z",
                         "updated_at":"2026-03-01T09:05:00Z","organization":{"id":"8502","external_id":"hooli"}}}""").body("accepted", equalTo(1));

        assertThat(Log.record(Topic.SUPPORT_EVENTS, "ticket-77-2026-03-01T09:05:00Z-Open")
                        .key())
                .isEqualTo("hooli");
    }

    @Test
    void a_conversation_of_intercom_belongs_to_the_account_of_its_user() {
        given().auth()
                .preemptive()
                .basic(TestSources.WEB_KEY, "")
                .body("{\"userId\":\"70\",\"groupId\":\"massive\"}")
                .post("/v1/group")
                .then()
                .statusCode(200);
        String item = Payloads.text("intercom/openapi-2.14-conversation-object.json");
        String event = """
                {"type":"notification_event","id":"%s","topic":"%s","created_at":1734537600,"data":{"item":%s}}""";

        intercom(event.formatted("notif_1", "conversation.admin.closed", item)).body("accepted", equalTo(1));
        intercom("{\"type\":\"notification_event\",\"topic\":\"ping\"}").body("unused", equalTo(1));
        intercom(Payloads.text("intercom/conversation.user.created.json")).body("parked", equalTo(1));
        intercom(event.formatted(
                        "notif_2", "company.created", Payloads.text("intercom/openapi-2.14-company-object.json")))
                .body("accepted", equalTo(1));

        assertThat(Log.record(Topic.SUPPORT_EVENTS, "notif_1").key()).isEqualTo("massive");
        assertThat((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, "notif_1")).satisfies(ticket -> {
            assertThat(ticket.ticketId()).isEqualTo("intercom-503");
            assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
            assertThat(ticket.priority()).isEqualTo(Priority.NORMAL);
        });
        assertThat(((AccountDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "notif_2")).name())
                .isEqualTo("company1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "conversation_id"})
    void a_conversation_that_is_deleted_is_solved_for_the_account_that_had_it(String named) {
        String conversation = "9001-" + named;
        String event = """
                {"type":"notification_event","id":"%s","topic":"%s","created_at":1734537700,"data":{"item":%s}}""";
        given().auth()
                .preemptive()
                .basic(TestSources.WEB_KEY, "")
                .body("{\"userId\":\"71\",\"groupId\":\"aperture\"}")
                .post("/v1/group")
                .then()
                .statusCode(200);

        intercom(event.formatted("made-" + named, "conversation.user.created", """
                        {"type":"conversation","id":"%s","created_at":1734537600,"state":"open",
                         "contacts":{"contacts":[{"id":"c-71","external_id":"71"}]}}""".formatted(conversation)))
                .body("accepted", equalTo(1));
        intercom(event.formatted("gone-" + named, "conversation.deleted", """
                        {"type":"conversation","%s":"%s"}""".formatted(named, conversation)))
                .body("accepted", equalTo(1))
                .body("rejected", hasSize(0));

        String gone = "gone-" + named + "-deleted";
        assertThat(Log.record(Topic.SUPPORT_EVENTS, gone).key()).isEqualTo("aperture");
        assertThat((TicketChanged) Log.fact(Topic.SUPPORT_EVENTS, gone)).satisfies(ticket -> {
            assertThat(ticket.ticketId()).isEqualTo("intercom-" + conversation);
            assertThat(ticket.status()).isEqualTo(TicketStatus.SOLVED);
        });
    }

    /** Whose it is becomes known after it was made: of the user, or of Intercom's contact. */
    @ParameterizedTest
    @ValueSource(strings = {"user", "contact"})
    void a_conversation_that_is_deleted_is_solved_for_the_account_that_was_learned_after_it_was_made(String learned) {
        String event = """
                {"type":"notification_event","id":"%s","topic":"%s","created_at":1734537700,"data":{"item":%s}}""";
        String user = "late-" + learned;
        intercom(event.formatted("made-" + user, "conversation.user.created", """
                        {"type":"conversation","id":"%1$s","created_at":1734537600,"state":"open",
                         "contacts":{"contacts":[{"id":"c-%1$s","external_id":"%1$s"}]}}""".formatted(user)))
                .body("parked", equalTo(1));

        if (learned.equals("user")) {
            given().auth()
                    .preemptive()
                    .basic(TestSources.WEB_KEY, "")
                    .body("{\"userId\":\"" + user + "\",\"groupId\":\"aperture\"}")
                    .post("/v1/group")
                    .then()
                    .statusCode(200);
        } else {
            intercom(event.formatted("attached-" + user, "contact.attached", """
                    {"contact":{"id":"c-%s"},"company":{"company_id":"aperture"}}""".formatted(user)));
        }
        intercom(event.formatted("gone-" + user, "conversation.deleted", """
                        {"type":"conversation","id":"%s"}""".formatted(user)))
                .body("accepted", equalTo(1))
                .body("rejected", hasSize(0));

        assertThat(Log.record(Topic.SUPPORT_EVENTS, "gone-" + user + "-deleted").key())
                .isEqualTo("aperture");
    }

    @Test
    void an_array_of_hubspot_with_a_bad_item_between_good_ones() {
        hubspot("""
                        [%s, %s, %s]""".formatted(
                                property("company", 901, "name", "Stark"),
                                property("deal", 901, "closedate", "many"),
                                property("company", 901, "lifecyclestage", "customer")))
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].errors[0].pointer", equalTo("/data/startsOn"));
        hubspot(Payloads.text("hubspot/crm-subscription-batch.json")).body("unused", equalTo(2));
        hubspot(Payloads.text("hubspot/workflow-COMPANY.json")).body("accepted", equalTo(1));

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "1-3-2-901-1774949400000-name")
                        .key())
                .isEqualTo("901");
        var letter = Log.deadLetter("\"many\"");
        assertThat(Log.header(letter, "bellwether-origin-door")).isEqualTo("webhook/crm");
        assertThat(Log.text(letter)).isEqualTo(property("deal", 901, "closedate", "many"));
        assertThat((AccountDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "company-7298894071-1680448390378"))
                .satisfies(account -> {
                    assertThat(account.name()).isEqualTo("Google");
                    assertThat(account.timeZone()).isEqualTo("America/Los_Angeles");
                });
    }

    @Test
    void a_deal_waits_until_its_company_is_known() {
        hubspot("[" + property("deal", 55, "amount", "1200.50") + "," + property("deal", 55, "dealstage", "closedwon")
                        + "]")
                .body("parked", equalTo(2));
        hubspot(Payloads.text("hubspot/workflow-DEAL.json")).body("parked", equalTo(1));
        hubspot("""
                [{"eventId":9,"portalId":1,"occurredAt":1774949500000,"subscriptionType":"deal.associationChange",
                  "associationType":"DEAL_TO_COMPANY","fromObjectId":55,"toObjectId":902,"associationRemoved":false}]""").body("accepted", equalTo(0));

        String amount = "1-3-2-55-1774949400000-amount";
        assertThat(Log.record(Topic.ACCOUNT_EVENTS, amount).key()).isEqualTo("902");
        assertThat(((ContractChanged) Log.fact(Topic.ACCOUNT_EVENTS, amount)).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.annualAmount()).isEqualTo(120_050));
        assertThat((ContractChanged) Log.fact(Topic.ACCOUNT_EVENTS, "1-3-2-55-1774949400000-dealstage"))
                .satisfies(deal -> {
                    assertThat(deal.status()).isEqualTo(ContractStatus.ACTIVE);
                    assertThat(deal.lines()).isNull();
                });
    }

    @Test
    void a_deal_that_is_lost_was_never_agreed_and_an_amount_that_is_cleared_is_gone() {
        hubspot("""
                [{"eventId":9,"portalId":1,"occurredAt":1774949300000,"subscriptionType":"deal.associationChange",
                  "associationType":"DEAL_TO_COMPANY","fromObjectId":74,"toObjectId":974,"associationRemoved":false}]""");
        hubspot("[" + property("deal", 74, "dealstage", "closedlost") + "," + property("deal", 74, "amount", "") + "]")
                .body("accepted", equalTo(3))
                .body("rejected", hasSize(0));
        hubspot("""
                        {"portalId":1,"objectType":"DEAL","objectId":74,"properties":{"dealname":{"value":"Big"},"amount":{"value":""},
                         "dealstage":{"value":"closedlost"},"hs_lastmodifieddate":{"value":"1774949400000"}}}""").body("accepted", equalTo(2)).body("rejected", hasSize(0));

        for (String deal : List.of("1-3-2-74-1774949400000-dealstage", "deal-74-1774949400000")) {
            assertThat(((ContractChanged) Log.fact(Topic.ACCOUNT_EVENTS, deal)).status())
                    .isEqualTo(ContractStatus.DRAFT);
        }
        for (String cleared : List.of("1-3-2-74-1774949400000-cleared", "deal-74-1774949400000-cleared")) {
            assertThat(((ContractChanged) Log.fact(Topic.ACCOUNT_EVENTS, cleared)).lines())
                    .isEmpty();
        }
    }

    @Test
    void a_company_is_not_refused_for_one_odd_property() {
        hubspot("""
                        {"portalId":1,"objectType":"COMPANY","objectId":975,"properties":{"name":{"value":"Odd"},
                         "timezone":{"value":"us_slash_eastern"},"seats":{"value":"25.5"},"hs_lastmodifieddate":{"value":"1774949400000"}}}""").body("accepted", equalTo(1));

        assertThat((AccountDescribed) Log.fact(Topic.ACCOUNT_EVENTS, "company-975-1774949400000"))
                .satisfies(account -> {
                    assertThat(account.name()).isEqualTo("Odd");
                    assertThat(account.traits()).containsEntry("seats", "25.5");
                });
    }

    @ParameterizedTest
    @CsvSource({"71, 971, true", "72, 972, false"})
    void a_deal_follows_its_company_whichever_was_learned_first(long deal, long company, boolean accountFirst) {
        String account = "[" + property("company", company, "bellwether_account", "acme-" + company) + "]";
        String association = """
                [{"eventId":9,"portalId":1,"occurredAt":1774949500000,"subscriptionType":"deal.associationChange",
                  "associationType":"DEAL_TO_COMPANY","fromObjectId":%d,"toObjectId":%d,"associationRemoved":false}]""".formatted(deal, company);

        hubspot(accountFirst ? account : association);
        hubspot(accountFirst ? association : account);
        hubspot("[" + property("deal", deal, "dealstage", "closedwon") + "]").body("accepted", equalTo(1));

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "1-3-2-" + deal + "-1774949400000-dealstage")
                        .key())
                .isEqualTo("acme-" + company);
    }

    @Test
    void a_company_that_a_workflow_sends_teaches_its_account() {
        hubspot("""
                        {"portalId":1,"objectType":"COMPANY","objectTypeId":"0-2","objectId":973,"properties":{
                         "bellwether_account":{"value":"acme-973"},"name":{"value":"Acme"},
                         "hs_lastmodifieddate":{"value":"1774949400000"}}}""").body("accepted", equalTo(1));
        hubspot("[" + property("company", 973, "name", "Acme AG") + "]").body("accepted", equalTo(1));

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "1-3-2-973-1774949400000-name")
                        .key())
                .isEqualTo("acme-973");
    }

    @Test
    void deals_and_tickets_of_hubspot_in_the_newer_spelling() {
        String event = """
                {"eventId":4,"subscriptionId":3,"portalId":1,"occurredAt":1774949400000,"subscriptionType":"object.%s",
                 "objectTypeId":"%s","objectId":%d,"propertyName":"%s","propertyValue":"%s"}""";
        hubspot("[" + event.formatted("propertyChange", "0-3", 81, "amount", "10") + ","
                        + event.formatted("propertyChange", "0-5", 82, "hs_pipeline_stage", "4") + ","
                        + event.formatted("creation", "0-5", 83, "", "") + ","
                        + event.formatted("creation", "0-1", 84, "", "") + "]")
                .body("parked", equalTo(3))
                .body("unused", equalTo(1));
    }

    @Test
    void answers_of_delighted_and_wootric() {
        String delighted = """
                {"event_type":"survey_response.created","event_id":"d-1","event_data":{"id":"5435","survey_type":"nps","score":9,
                 "comment":"Great","person":{"id":"1","email":"ann@acme.example"},"person_properties":{"account_id":"acme"},
                 "created_at":1774949400,"updated_at":1774949400}}""";
        given().header(
                        "X-Delighted-Webhook-Signature",
                        "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", SECRET, delighted)))
                .body(delighted)
                .post("/webhooks/nps")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        given().contentType("application/x-www-form-urlencoded")
                .body(
                        "event_name=created&survey_mode=CSAT&response[id]=77&response[score]=4&response[text]=Fine%20%C3%A9"
                                + "&response[email]=bob%40acme.example&response[end_user_properties][account_id]=acme"
                                + "&response[updated_at]=2016-08-04+13%3A57%3A26+-0700")
                .post("/webhooks/nps?token=" + SECRET)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(((SurveyAnswered) Log.fact(Topic.FEEDBACK_EVENTS, "d-1")).score())
                .isEqualTo(9);
        assertThat((SurveyAnswered) Log.fact(Topic.FEEDBACK_EVENTS, "wootric-77-2016-08-04 13:57:26 -0700"))
                .satisfies(answer -> {
                    assertThat(answer.kind()).isEqualTo(SurveyKind.CSAT);
                    assertThat(answer.comment()).isEqualTo("Fine é");
                    assertThat(answer.userId()).isEqualTo("bob@acme.example");
                    assertThat(answer.occurrence().at()).isEqualTo("2016-08-04T20:57:26Z");
                });
    }

    @Test
    void mentions_of_a_listening_tool() {
        given().header("Authorization", "Bearer " + SECRET)
                .body("""
                        [{"id":"m-1","account_id":"acme","published":"2026-03-01T10:00:00Z","source":"reddit","sentiment":"negative",
                          "url":"https://example.com/p/1","text":"Meh"},
                         {"id":"m-2","published":"2026-03-01T10:00:00Z","sentiment":0.5}]""")
                .post("/webhooks/press")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].errors[0].pointer", equalTo("/subject"));

        assertThat(((Mentioned) Log.fact(Topic.FEEDBACK_EVENTS, "m-1")).sentiment())
                .isEqualByComparingTo("-1");
    }

    /** Every mention has a use, so that nothing of such a source is passed over in silence. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "wrapped               | {'mentions':[MENTION]}              | accepted | ",
                "wrapped otherwise     | {'data':[MENTION]}                  | accepted | ",
                "no tone was heard     | {'id':'m-9','sentiment':'Unknown'}  | unused   | ",
                "no tone is said       | {'id':'m-9','account_id':'acme'}    | rejected | /sentiment",
                "a tone of its own     | {'id':'m-9','account_id':'acme','sentiment':'fab'} | rejected | /data/sentiment",
                "it mentions nobody    | {'id':'m-9','account_id':'acme','sentiment':'mixed','mentions':[]}        | accepted | ",
                "it mentions somebody  | {'id':'m-9','account_id':'acme','sentiment':'mixed','mentions':['@acme']} | accepted | ",
                "nothing in a wrapping | {'mentions':[]}                     | rejected | /id",
                "no mention            | {'results':[MENTION]}               | rejected | /id"
            })
    void a_mention_in_another_form(String name, String body, String outcome, String pointer) {
        String mention = "{'id':'m-%s','account_id':'acme','published':'2026-03-01T10:00:00Z','sentiment':'positive'}";
        ValidatableResponse answer = given().header("Authorization", "Bearer " + SECRET)
                .body(body.replace("MENTION", mention.formatted(name.length())).replace('\'', '"'))
                .post("/webhooks/press")
                .then()
                .statusCode(200);

        if (pointer == null) {
            answer.body(outcome, equalTo(1));
        } else {
            answer.body("rejected[0].errors[0].pointer", equalTo(pointer));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "-301, 401"})
    void json_by_a_mapping_of_ones_own(long secondsFromNow, int status) {
        String body = """
                {"records":[{"attributes":{"type":"Invoice__c"},"Id":"a0X1","AccountId":"001A","Total__c":99.5,
                  "CurrencyIsoCode":"EUR","Due__c":"2026-04-14","Status__c":"Sent","SystemModstamp":"2026-03-30T10:15:30.000+0000"}]}""";
        String time = String.valueOf(Instant.now().getEpochSecond() + secondsFromNow);
        given().header("X-Erp-Time", time)
                .header("X-Erp-Signature", base64(hmac("HmacSHA256", SECRET, time, ".", body)))
                .body(body)
                .post("/webhooks/erp")
                .then()
                .statusCode(status);

        if (status == 200) {
            assertThat((InvoiceChanged) Log.fact(Topic.BILLING_EVENTS, "a0X1-2026-03-30T10:15:30.000+0000"))
                    .satisfies(invoice -> assertThat(invoice.amount()).isEqualTo(9950));
        }
    }

    @Test
    void a_mapping_can_be_tried_out() {
        Map<String, String> request = Map.of(
                "mapping",
                "rules: [{when: {/n: '*'}, type: invoice, customer: /c, id: /n, time: /t, fields: {invoiceId: /n, dueOn: /d}}]",
                "sample",
                "[{\"n\":1,\"c\":\"cus_1\",\"t\":1774949400,\"d\":\"2026-04-14\"},{},{\"n\":2,\"d\":\"soon\"}]");
        dryRun("otto@example.com", "ops", request)
                .statusCode(200)
                .body("events", hasSize(1))
                .body("events[0].type", equalTo("bellwether.invoice"))
                .body("events[0].awaits[0]", equalTo("cus_1"))
                .body("events[0].data.dueOn", equalTo("2026-04-14"))
                .body("unused[0]", equalTo(1))
                .body("rejected[0].index", equalTo(2))
                .body("rejected[0].errors[0].pointer", equalTo("/data/dueOn"));
        dryRun("otto@example.com", "admin", Map.of("mapping", "rules: [{type: order}]", "sample", "{}"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/mapping/rules/0"));
        dryRun("otto@example.com", "ops", Map.of("mapping", "")).statusCode(400);
        dryRun("carla@example.com", "csm", request).statusCode(403);
        given().contentType("application/json")
                .body(request)
                .post("/v1/mappings/dry-run")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse dryRun(String person, String role, Map<String, String> request) {
        return given().header("Authorization", "Bearer " + Tokens.bearer(person, role))
                .contentType("application/json")
                .body(request)
                .post("/v1/mappings/dry-run")
                .then();
    }

    private static String property(String object, long id, String name, String value) {
        return """
                {"eventId":2,"subscriptionId":3,"portalId":1,"occurredAt":1774949400000,"subscriptionType":"%s.propertyChange",
                 "attemptNumber":0,"objectId":%d,"propertyName":"%s","propertyValue":"%s","changeSource":"CRM"}""".formatted(object, id, name, value);
    }

    private static ValidatableResponse zendesk(String body) {
        return posted("desk", body);
    }

    private static ValidatableResponse intercom(String body) {
        return posted("chat", body);
    }

    private static ValidatableResponse hubspot(String body) {
        return posted("crm", body);
    }

    private static ValidatableResponse posted(String source, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        return given().headers(TestHooks.signed(source, bytes))
                .contentType("application/json")
                .body(bytes)
                .post("/webhooks/" + source)
                .then()
                .statusCode(200);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
