package dev.bellwether.ingest.webhook.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.net.Webhook;
import dev.bellwether.ingest.source.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures that the vendors' own software, or their documentation, has made. */
class SealTest {

    private static final Window WINDOW = new Window(Duration.ofMinutes(5));
    private static final Instant NOW = Instant.parse("2026-03-31T09:30:00Z");

    private static final String STRIPE_BODY =
            "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"invoice.paid\",\"api_version\":\"2026-10-28.endive\","
                    + "\"created\":1,\"data\":{\"object\":{\"id\":\"in_1\",\"object\":\"invoice\"}}}";
    private static final String STRIPE_SIGNATURE = "667e0fa6239893e4cde1f648eef27039970e8525490de49c3f16c457eb77922b";
    private static final Instant STRIPE_SIGNED_AT = Instant.ofEpochSecond(1_614_265_330);

    private static final String ZENDESK_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
    private static final Instant ZENDESK_SIGNED_AT = Instant.parse("2021-03-25T05:09:27Z");

    @Test
    void a_signature_of_stripe_holds() {
        assertThat(stripe("t=1614265330,v1=" + STRIPE_SIGNATURE, STRIPE_SIGNED_AT, "whsec_test"))
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another time              | t=1614265331,v1=SIG",
                "another signature         | t=1614265330,v1=0000000000000000000000000000000000000000000000000000000000000000",
                "another scheme            | t=1614265330,v0=SIG",
                "no hexadecimal            | t=1614265330,v1=xyz",
                "no time                   | v1=SIG",
                "a time that is none       | t=soon,v1=SIG",
                "no signature              | t=1614265330",
                "nothing                   | ''"
            })
    void what_is_not_signed_by_stripe_does_not_hold(String what, String header) {
        assertThat(stripe(header.replace("SIG", STRIPE_SIGNATURE), STRIPE_SIGNED_AT, "whsec_test"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"299,true", "300,true", "301,false", "-300,true", "-301,false", "86400,false"})
    void a_signature_of_stripe_is_worth_something_for_five_minutes(int secondsLater, boolean holds) {
        assertThat(stripe(
                        "t=1614265330,v1=" + STRIPE_SIGNATURE,
                        STRIPE_SIGNED_AT.plusSeconds(secondsLater),
                        "whsec_test"))
                .isEqualTo(holds);
    }

    @Test
    void either_of_two_secrets_opens_and_a_request_may_be_signed_with_both() throws Exception {
        String old = Webhook.Signature.generateSignatureHeader("{}", "whsec_old", NOW.getEpochSecond());
        String fresh = Webhook.Signature.generateSignatureHeader("{}", "whsec_new", NOW.getEpochSecond());
        String both = old + "," + fresh.substring(fresh.indexOf("v1="));

        assertThat(holds(new StripeSeal(WINDOW), "{}", Map.of("stripe-signature", old), NOW, "whsec_old", "whsec_new"))
                .isTrue();
        assertThat(holds(
                        new StripeSeal(WINDOW), "{}", Map.of("stripe-signature", fresh), NOW, "whsec_old", "whsec_new"))
                .isTrue();
        assertThat(holds(new StripeSeal(WINDOW), "{}", Map.of("stripe-signature", both), NOW, "whsec_new"))
                .isTrue();
        assertThat(holds(new StripeSeal(WINDOW), "{}", Map.of("stripe-signature", old), NOW, "whsec_new"))
                .isFalse();
    }

    @Test
    void zendesk_signs_the_text_of_its_timestamp_and_the_body() {
        Map<String, String> headers = Map.of(
                "x-zendesk-webhook-signature", "S/RDdU2ERmj7LHDDoWJ2onPYH+t7/f2+LTM4dL7UiLM=",
                "x-zendesk-webhook-signature-timestamp", "2021-03-25T05:09:27Z");
        String body = "{\"event\":\"ticket.updated\",\"id\":123}";
        Seal seal = new ZendeskSeal(WINDOW);

        assertThat(holds(seal, body, headers, ZENDESK_SIGNED_AT, ZENDESK_SECRET))
                .isTrue();
        assertThat(holds(seal, body + " ", headers, ZENDESK_SIGNED_AT, ZENDESK_SECRET))
                .isFalse();
        assertThat(holds(seal, body, headers, ZENDESK_SIGNED_AT.plusSeconds(301), ZENDESK_SECRET))
                .isFalse();
        assertThat(holds(seal, body, Map.of(), ZENDESK_SIGNED_AT, ZENDESK_SECRET))
                .isFalse();
    }

    @Test
    void intercom_signs_the_body_with_sha1() {
        Seal seal = new HmacSeal(HmacSeal.Digest.SHA1_HEX, "X-Hub-Signature", "sha1=", Optional.empty(), WINDOW);
        Map<String, String> headers = Map.of("x-hub-signature", "sha1=e8e5e2592043c6f21a6550288b4b285ba7d35f24");
        String body = "{\"type\":\"notification_event\",\"topic\":\"ping\"}";

        assertThat(holds(seal, body, headers, NOW, "secret")).isTrue();
        assertThat(holds(seal, body, headers, NOW, "Secret")).isFalse();
        assertThat(holds(
                        seal,
                        body,
                        Map.of("x-hub-signature", "e8e5e2592043c6f21a6550288b4b285ba7d35f24"),
                        NOW,
                        "secret"))
                .isFalse();
    }

    @Test
    void hubspot_signs_in_three_versions() {
        String body = "{\"example_field\":\"example_value\"}";
        String secret = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
        Instant then = Instant.ofEpochMilli(1_700_000_000_000L);
        Map<String, String> third = Map.of(
                "x-hubspot-signature-v3", "rQEKkaNUiu+1qGF//O/pw4BCzstSqO1PyUnGICmf+7o=",
                "x-hubspot-request-timestamp", "1700000000000");
        Map<String, String> second = Map.of(
                "x-hubspot-signature", "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900",
                "x-hubspot-signature-version", "v2");
        String first = "[{\"eventId\":1,\"subscriptionId\":12345,\"portalId\":62515,\"occurredAt\":1564113600000,"
                + "\"subscriptionType\":\"contact.creation\",\"attemptNumber\":0,\"objectId\":123,\"changeSource\":\"CRM\","
                + "\"changeFlag\":\"NEW\",\"appId\":54321}]";

        assertThat(hubspot(body, third, then, secret)).isTrue();
        assertThat(hubspot(body, third, then.plusSeconds(301), secret)).isFalse();
        assertThat(hubspot(body, second, then, secret)).isTrue();
        assertThat(hubspot(
                        first,
                        Map.of(
                                "x-hubspot-signature",
                                "232db2615f3d666fe21a8ec971ac7b5402d33b9a925784df3ca654d05f4817de"),
                        then,
                        secret))
                .isTrue();
        assertThat(hubspot(first, second, then, secret)).isFalse();
    }

    @Test
    void a_third_signature_of_hubspot_that_does_not_hold_is_not_made_up_for_by_an_older_one() {
        Map<String, String> headers = new HashMap<>(Map.of(
                "x-hubspot-signature", "9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900",
                "x-hubspot-signature-version", "v2",
                "x-hubspot-signature-v3", "AAAA"));

        assertThat(hubspot(
                        "{\"example_field\":\"example_value\"}", headers, NOW, "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"))
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "x-bellwether-signature, secret-1, ''",
        "authorization, Bearer secret-1, ''",
        "authorization, Basic c2VjcmV0LTE6, ''",
        "authorization, Basic dXNlcjpzZWNyZXQtMQ==, ''",
        "x-other, nothing, ?a=b&token=secret-1"
    })
    void the_secret_itself_may_stand_in_several_places(String header, String value, String query) {
        Seal seal = new TokenSeal("X-Bellwether-Signature");

        assertThat(seal.holds(request("{}", query, Map.of(header, value)), secrets("secret-1"), NOW))
                .isTrue();
        assertThat(seal.holds(request("{}", query, Map.of(header, value)), secrets("secret-2"), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?token=", "?token=%zz", "?token", "?other=secret-1"})
    void without_the_secret_nothing_opens(String query) {
        assertThat(new TokenSeal("x").holds(request("{}", query, Map.of()), secrets("secret-1"), NOW))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SHA256_HEX, 0, true", "SHA256_BASE64, 0, true", "SHA1_HEX, 0, true", "SHA256_HEX, 301, false"})
    void a_signature_may_cover_a_timestamp_of_its_own_header(HmacSeal.Digest digest, int secondsLater, boolean holds) {
        Seal seal = new HmacSeal(digest, "X-Sig", "v=", Optional.of("X-Time"), WINDOW);
        byte[] signature = digest.of(new Secret("s"), "1774949400.".getBytes(UTF_8), "{}".getBytes(UTF_8));
        String text = digest == HmacSeal.Digest.SHA256_BASE64
                ? Base64.getEncoder().encodeToString(signature)
                : HexFormat.of().formatHex(signature);

        assertThat(holds(
                        seal,
                        "{}",
                        Map.of("x-sig", "v=" + text, "x-time", "1774949400"),
                        NOW.plusSeconds(secondsLater),
                        "s"))
                .isEqualTo(holds);
        assertThat(holds(seal, "{}", Map.of("x-sig", "v=" + text), NOW, "s")).isFalse();
    }

    @Test
    void nothing_about_a_request_is_printed() {
        assertThat(request("{}", "?token=secret-1", Map.of("authorization", "Bearer secret-1"))
                        .toString())
                .doesNotContain("secret-1");
    }

    private static boolean stripe(String header, Instant now, String secret) {
        return holds(new StripeSeal(WINDOW), STRIPE_BODY, Map.of("stripe-signature", header), now, secret);
    }

    private static boolean hubspot(String body, Map<String, String> headers, Instant now, String secret) {
        Sealed request = new Sealed("POST", "https://www.example.com/webhook_uri", headers, body.getBytes(UTF_8));
        assertThat(new HubSpotSeal(WINDOW, false).holds(request, secrets(secret), now))
                .as("without being allowed")
                .isEqualTo(headers.containsKey("x-hubspot-signature-v3")
                        && new HubSpotSeal(WINDOW, true).holds(request, secrets(secret), now));
        return new HubSpotSeal(WINDOW, true).holds(request, secrets(secret), now);
    }

    private static boolean holds(Seal seal, String body, Map<String, String> headers, Instant now, String... secrets) {
        return seal.holds(request(body, "", headers), secrets(secrets), now);
    }

    private static Sealed request(String body, String query, Map<String, String> headers) {
        return new Sealed("POST", "https://in.example.com/webhooks/x" + query, headers, body.getBytes(UTF_8));
    }

    private static List<Secret> secrets(String... texts) {
        return Arrays.stream(texts).map(Secret::new).toList();
    }
}
