package dev.bellwether.ingest.fuzz;

import static dev.bellwether.contracts.Topic.ACCOUNT_EVENTS;
import static dev.bellwether.contracts.Topic.BILLING_EVENTS;
import static dev.bellwether.contracts.Topic.FEEDBACK_EVENTS;
import static dev.bellwether.contracts.Topic.SUPPORT_EVENTS;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.TestHooks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Webhooks of one source, signed as its vendor does, and now and then as nobody does.
 *
 * @param body around its items
 * @param item whose one event is made of the id that it is formatted with
 * @param eventId the id of that event, likewise
 */
record WebhookTarget(String source, Topic topic, String body, String item, String eventId) implements Target {

    static final List<WebhookTarget> ALL = List.of(
            new WebhookTarget("billing", BILLING_EVENTS, "%s", """
                    {"id":"%s","type":"invoice.finalized","created":1774949400,"data":{"object":{
                     "id":"in_1","customer":"cus_fuzzed","status":"open","amount_due":7,"currency":"eur","created":1774949400}}}""", "%s"),
            new WebhookTarget("desk", SUPPORT_EVENTS, "%s", """
                    {"id":"%s","type":"zen:event-type:ticket.created","time":"2026-03-02T10:00:00Z",
                     "detail":{"id":"1","status":"OPEN","priority":"LOW","organization_id":"8501","created_at":"2026-03-02T10:00:00Z"}}""", "%s"),
            new WebhookTarget("chat", ACCOUNT_EVENTS, "%s", """
                    {"id":"%s","type":"notification_event","topic":"company.created","created_at":1774949400,
                     "data":{"item":{"company_id":"fuzzed","name":"Größe","updated_at":1774949400}}}""", "%s"),
            new WebhookTarget("crm", ACCOUNT_EVENTS, "[%s]", """
                    {"eventId":2,"subscriptionId":3,"portalId":1,"occurredAt":1774949400000,"objectId":"%s",
                     "subscriptionType":"company.propertyChange","propertyName":"name","propertyValue":"Größe"}""", "1-3-2-%s-1774949400000-name"),
            new WebhookTarget("nps", FEEDBACK_EVENTS, "%s", """
                    {"event_id":"%s","event_type":"survey_response.created","event_data":{"survey_type":"nps","score":9,
                     "person":{"email":"a@b.example"},"person_properties":{"account_id":"fuzzed"},"updated_at":1774949400}}""", "%s"),
            new WebhookTarget("press", FEEDBACK_EVENTS, "[%s]", """
                    {"id":"%s","account_id":"fuzzed","published":"2026-03-01T10:00:00Z","sentiment":"negative"}""", "%s"),
            new WebhookTarget("erp", BILLING_EVENTS, "{\"records\":[%s]}", """
                    {"attributes":{"type":"Invoice__c"},"Id":"%s","AccountId":"fuzzed","Total__c":99.5,"CurrencyIsoCode":"EUR",
                     "Due__c":"2026-04-14","Status__c":"Sent","SystemModstamp":"2026-03-30T10:15:30.000+0000"}""", "%s-2026-03-30T10:15:30.000+0000"));

    private static final List<String> WRONG =
            List.of("7", "{}", "[[]]", "\"\"", "{\"id\":[],\"sentiment\":1e400}", "{\"id\":\"\\ud800\"}", "null");

    private static final List<String> ODD_PROOFS = List.of(
            "",
            "t=,v1=",
            "t=99999999999999999999,v1=00",
            "v1=zz,".repeat(500),
            "sha1=",
            "sha256=\u00e9",
            "=".repeat(4_000));

    @Override
    public Map<String, String> address(byte[] body, SplittableRandom dice) {
        Map<String, String> headers = new HashMap<>(batchAddress(body));
        if (dice.nextInt(4) == 0) {
            String odd = ODD_PROOFS.get(dice.nextInt(ODD_PROOFS.size()));
            headers.replaceAll((name, value) -> name.isEmpty() || dice.nextBoolean() ? value : odd);
        }
        return headers;
    }

    @Override
    public Map<String, String> batchAddress(byte[] body) {
        Map<String, String> headers = new HashMap<>(TestHooks.signed(source, body));
        headers.put("", "/webhooks/" + source);
        return headers;
    }

    @Override
    public String good(String id) {
        return body.formatted(item.formatted(id));
    }

    @Override
    public String goodAmongBad(String id, SplittableRandom dice) {
        String wrong = WRONG.get(dice.nextInt(WRONG.size()));
        String good = item.formatted(id);
        return body.equals("%s") // one item alone: the wrong one is within it
                ? "{\"odd\":" + wrong + "," + good.substring(1)
                : body.formatted(wrong + "," + good + "," + wrong);
    }

    @Override
    public Shot.Good event(String id) {
        return new Shot.Good(topic, eventId.formatted(id));
    }
}
