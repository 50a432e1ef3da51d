package dev.bellwether.local.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs the bearer tokens of a local run: JSON Web Tokens, RS256, valid for a year. */
public record Tokens(SigningKey key, Instant now) {

    static final String ISSUER = "bellwether-local";

    private static final Duration VALIDITY = Duration.ofDays(365);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A token for one person.
     *
     * @param email who presents it
     * @param role one of csm, manager, ops, admin
     */
    public String of(String email, String role) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", email);
        claims.put("upn", email);
        claims.put("email", email);
        claims.put("groups", List.of(role));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALIDITY).getEpochSecond());
        claims.put("jti", role + "-" + now.getEpochSecond() + "-" + Integer.toHexString(email.hashCode()));
        String content = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
        return content + "." + base64(key.sign(content));
    }

    private static String part(Map<String, Object> values) {
        try {
            return base64(JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the claims of a token", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
