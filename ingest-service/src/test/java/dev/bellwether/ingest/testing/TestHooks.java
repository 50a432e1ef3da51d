package dev.bellwether.ingest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A source of each kind that sends webhooks, and signing as their senders do. */
public final class TestHooks {

    public static final String OLD_STRIPE_SECRET = "whsec_old_for_tests_only";
    public static final String STRIPE_SECRET = "whsec_for_tests_only";
    public static final String SECRET = "webhook-secret-for-tests-only";

    /** What HubSpot calls, in front of a proxy. */
    public static final String PUBLIC_URL = "https://in.example.com/webhooks/crm";

    private static final String MAPPING = """
            items: /records
            account: /AccountId
            rules:
              - when: {/attributes/type: Invoice__c}
                type: invoice
                id: "{/Id}-{/SystemModstamp}"
                time: /SystemModstamp
                fields:
                  invoiceId: /Id
                  amount: {from: /Total__c, decimal: /CurrencyIsoCode}
                  currency: /CurrencyIsoCode
                  dueOn: /Due__c
                  status: {from: /Status__c, map: {sent: open}}
            """;

    private TestHooks() {}

    static Map<String, String> settings() {
        Map<String, String> config = new HashMap<>();
        source(config, "billing", "stripe", OLD_STRIPE_SECRET + "," + STRIPE_SECRET);
        source(config, "desk", "zendesk", SECRET);
        config.put(
                "bellwether.ingest.sources.desk.webhook.accounts-file",
                file("accounts.csv", "customer,account\n8501,umbrella\n"));
        source(config, "chat", "intercom", SECRET);
        source(config, "crm", "hubspot", SECRET);
        config.put("bellwether.ingest.sources.crm.webhook.public-url", PUBLIC_URL);
        config.put("bellwether.ingest.sources.crm.webhook.currency", "USD");
        source(config, "nps", "survey", SECRET);
        source(config, "press", "mention", SECRET);
        source(config, "erp", "generic", SECRET);
        config.put("bellwether.ingest.sources.erp.webhook.mapping-file", file("erp.yaml", MAPPING));
        config.put("bellwether.ingest.sources.erp.webhook.signature.header", "X-Erp-Signature");
        config.put("bellwether.ingest.sources.erp.webhook.signature.digest", "sha256-base64");
        config.put("bellwether.ingest.sources.erp.webhook.signature.timestamp-header", "X-Erp-Time");
        return config;
    }

    /** The headers with which the vendor of this source signs a body now. */
    public static Map<String, String> signed(String source, byte[] body) {
        Instant now = Instant.now();
        String seconds = String.valueOf(now.getEpochSecond());
        return switch (source) {
            case "billing" ->
                Map.of(
                        "Stripe-Signature",
                        "t=" + seconds + ",v1=" + hex(hmac("HmacSHA256", STRIPE_SECRET, seconds + ".", body, "")));
            case "desk" ->
                Map.of(
                        "X-Zendesk-Webhook-Signature",
                        base64(hmac("HmacSHA256", SECRET, now.toString(), body, "")),
                        "X-Zendesk-Webhook-Signature-Timestamp",
                        now.toString());
            case "chat" -> Map.of("X-Hub-Signature", "sha1=" + hex(hmac("HmacSHA1", SECRET, "", body, "")));
            case "crm" -> {
                String millis = String.valueOf(now.toEpochMilli());
                yield Map.of(
                        "X-HubSpot-Signature-v3",
                        base64(hmac("HmacSHA256", SECRET, "POST" + PUBLIC_URL, body, millis)),
                        "X-HubSpot-Request-Timestamp",
                        millis);
            }
            case "nps" ->
                Map.of("X-Delighted-Webhook-Signature", "sha256=" + hex(hmac("HmacSHA256", SECRET, "", body, "")));
            case "press" -> Map.of("X-Bellwether-Signature", hex(hmac("HmacSHA256", SECRET, "", body, "")));
            case "erp" ->
                Map.of(
                        "X-Erp-Time",
                        seconds,
                        "X-Erp-Signature",
                        base64(hmac("HmacSHA256", SECRET, seconds + ".", body, "")));
            default -> throw new IllegalArgumentException("no source of webhooks: " + source);
        };
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The HMAC of these parts, by Java's own means. */
    public static byte[] hmac(String algorithm, String secret, String... parts) {
        return hmac(algorithm, secret, "", String.join("", parts).getBytes(UTF_8), "");
    }

    private static byte[] hmac(String algorithm, String secret, String before, byte[] body, String after) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            mac.update(before.getBytes(UTF_8));
            mac.update(body);
            return mac.doFinal(after.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + algorithm, e);
        }
    }

    private static void source(Map<String, String> config, String name, String kind, String secrets) {
        config.put("bellwether.ingest.sources." + name + ".kind", kind);
        config.put("bellwether.ingest.sources." + name + ".secrets", secrets);
    }

    private static String file(String name, String text) {
        try {
            String ending = name.substring(name.indexOf('.'));
            Path file = Files.createTempFile("bellwether-test", ending);
            file.toFile().deleteOnExit();
            return Files.writeString(file, text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }
}
