package dev.bellwether.ingest.webhook;

import static dev.bellwether.ingest.testing.TestHooks.OLD_STRIPE_SECRET;
import static dev.bellwether.ingest.testing.TestHooks.STRIPE_SECRET;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.stripe.net.Webhook;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's payloads, signed by Stripe's own library. */
@QuarkusTest
class StripeWebhookTest {

    private static final String EVENT = "evt_000000000000000000000000";

    @Test
    void an_event_of_stripe_is_on_kafka_before_it_is_acknowledged() throws Exception {
        Webhook.constructEvent(
                paid("evt_paid"), signature(paid("evt_paid"), STRIPE_SECRET, 0), STRIPE_SECRET); // its own view of it
        send(paid("evt_paid"), STRIPE_SECRET)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("unused", equalTo(0));

        Envelope event = Log.event(Topic.BILLING_EVENTS, "evt_paid");
        assertThat(event.source()).isEqualTo("/bellwether/ingest/billing");
        assertThat(event.subject()).isEqualTo("cus_00000000000000");
        assertThat(event.time()).isEqualTo(Instant.ofEpochSecond(1_648_320_015));
        assertThat(((InvoiceChanged) Log.fact(Topic.BILLING_EVENTS, "evt_paid")).amount())
                .isEqualTo(2000);
    }

    @Test
    void a_failed_payment_is_an_invoice_and_a_failure_and_the_same_when_it_comes_again() throws Exception {
        String body = Payloads.text("stripe/2020-08-27.invoice.payment_failed.json")
                .replace(EVENT, "evt_failed")
                .replace("cus_00000000000000", "cus_failing")
                .replace("ch_000000000000000000000000", "ch_failing");
        for (int i = 0; i < 2; i++) {
            send(body, STRIPE_SECRET).statusCode(200).body("accepted", equalTo(2));
        }
        send(paid("evt_after").replace("cus_00000000000000", "cus_failing"), STRIPE_SECRET)
                .statusCode(200);

        assertThat(Log.idsUntil(Topic.BILLING_EVENTS, "cus_failing", "evt_after"))
                .containsExactly(
                        "evt_failed",
                        "ch_failing-in_000000000000000000000000-payment-failed",
                        "evt_failed",
                        "ch_failing-in_000000000000000000000000-payment-failed",
                        "evt_after");
        assertThat(((PaymentFailed)
                                Log.fact(Topic.BILLING_EVENTS, "ch_failing-in_000000000000000000000000-payment-failed"))
                        .invoiceId())
                .isEqualTo("in_000000000000000000000000");
    }

    @Test
    void what_a_customer_teaches_holds_for_its_later_objects() throws Exception {
        send("""
                        {"id":"evt_teach","type":"customer.updated","created":%d,"data":{"previous_attributes":{"metadata":{}},
                         "object":{"id":"cus_taught","name":"Initech","metadata":{"bellwether_account":"initech"}}}}""".formatted(Instant.now().getEpochSecond()), STRIPE_SECRET).statusCode(200);
        send(
                        Payloads.text("stripe/2022-11-15.customer.subscription.created.json")
                                .replace("cus_NSPOMxl5eL01qM", "cus_taught")
                                .replace("evt_1MhUZtE0b6fckueSDaOf1oJ8", "evt_taught"),
                        STRIPE_SECRET)
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(Log.record(Topic.ACCOUNT_EVENTS, "evt_taught").key()).isEqualTo("initech");
        assertThat(((ContractChanged) Log.fact(Topic.ACCOUNT_EVENTS, "evt_taught")).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.annualAmount()).isEqualTo(84_000));
    }

    @Test
    void either_of_two_secrets_opens() throws Exception {
        send(paid("evt_old_secret"), OLD_STRIPE_SECRET).statusCode(200).body("accepted", equalTo(1));
    }

    @Test
    void a_wrong_signature_an_old_one_and_an_unknown_source_are_answered_alike() throws Exception {
        String stranger = send(paid("evt_x"), "whsec_of_somebody_else")
                .statusCode(401)
                .extract()
                .asString();
        String replayed = post("billing", paid("evt_x"), signature(paid("evt_x"), STRIPE_SECRET, -301))
                .statusCode(401)
                .extract()
                .asString();
        String unsigned = post("billing", paid("evt_x"), "t=1,v1=00")
                .statusCode(401)
                .extract()
                .asString();
        String unknown = post("nobody", paid("evt_x"), signature(paid("evt_x"), STRIPE_SECRET, 0))
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("type", equalTo("https://bellwether.dev/problems/unauthorized"))
                .extract()
                .asString();
        String product = post("web", paid("evt_x"), signature(paid("evt_x"), STRIPE_SECRET, 0))
                .statusCode(401)
                .extract()
                .asString();

        assertThat(stranger)
                .isEqualTo(replayed)
                .isEqualTo(unsigned)
                .isEqualTo(unknown)
                .isEqualTo(product);
        assertThat(stranger).doesNotContain("whsec").doesNotContain("billing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cus_\\u0000", "cus_LONG"})
    void a_customer_that_cannot_be_remembered_is_refused_for_good(String customer) throws Exception {
        String body = paid("evt_odd").replace("cus_00000000000000", customer.replace("LONG", "x".repeat(5_000)));

        send(body, STRIPE_SECRET).statusCode(200).body("rejected[0].errors[0].detail", containsString("NUL"));
    }

    @ParameterizedTest
    @CsvSource({"ops, billing, 200", "admin, billing, 200", "csm, billing, 401", "ops, nobody, 401"})
    void an_operator_sends_once_more_what_was_refused(String role, String source, int status) throws Exception {
        given().header("Authorization", "Bearer " + Tokens.bearer("otto@example.com", role))
                .body(paid("evt_again_" + role))
                .post("/webhooks/" + source)
                .then()
                .statusCode(status);

        if (status == 200) {
            assertThat(Log.event(Topic.BILLING_EVENTS, "evt_again_" + role).source())
                    .isEqualTo("/bellwether/ingest/billing");
        }
    }

    @Test
    void what_is_not_used_is_acknowledged_and_counted() throws Exception {
        send(Payloads.text("stripe/2020-08-27.charge.succeeded.json"), STRIPE_SECRET)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("unused", equalTo(1));

        given().get("/q/metrics")
                .then()
                .body(containsString(
                        "bellwether_ingest_events_total{door=\"webhook\",outcome=\"no_fact\",source=\"billing\"}"))
                .body(not(containsString(STRIPE_SECRET)));
    }

    @Test
    void what_cannot_be_understood_is_kept_and_not_asked_for_again() throws Exception {
        String body = paid("evt_tomorrow")
                .replace("1648320015", String.valueOf(Instant.now().getEpochSecond() + 86_400));
        send(body, STRIPE_SECRET)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected[0].index", equalTo(0))
                .body("rejected[0].errors[0].detail", equalTo("is more than 10 minutes in the future"));
        send("{\"type\":\"invoice.paid\",\"created\":", STRIPE_SECRET)
                .statusCode(200)
                .body("rejected[0].errors[0].detail", startsWith("is not UTF-8 JSON"));

        var letter = Log.deadLetter("evt_tomorrow");
        assertThat(Log.header(letter, "bellwether-origin-door")).isEqualTo("webhook/billing");
        assertThat(letter.value()).isEqualTo(body.getBytes(UTF_8));
    }

    private static String paid(String id) {
        return Payloads.text("stripe/2020-08-27.invoice.paid.json").replace(EVENT, id);
    }

    private static ValidatableResponse send(String body, String secret) throws GeneralSecurityException {
        return post("billing", body, signature(body, secret, 0));
    }

    private static ValidatableResponse post(String source, String body, String signature) {
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .body(body.getBytes(UTF_8))
                .post("/webhooks/" + source)
                .then();
    }

    private static String signature(String body, String secret, long secondsFromNow) throws GeneralSecurityException {
        return Webhook.Signature.generateSignatureHeader(
                body, secret, Instant.now().getEpochSecond() + secondsFromNow);
    }
}
