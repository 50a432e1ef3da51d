package dev.bellwether.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.home.Home;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {

    private static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_token_carries_role_and_address_for_a_year_and_verifies_with_the_public_half() throws Exception {
        // Given
        Credentials credentials = Credentials.of(new Home(folder, folder));
        // When
        String token = new Tokens(credentials.signingKey(), NOW).of("mara@example.com", "csm");
        // Then
        String[] parts = token.split("\\.");
        assertThat(verifies(parts, credentials.signingKey().publicFile())).isTrue();
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("RS256");
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("iss").asText()).isEqualTo("bellwether-local");
        assertThat(claims.path("upn").asText()).isEqualTo("mara@example.com");
        assertThat(claims.path("email").asText()).isEqualTo("mara@example.com");
        assertThat(claims.path("groups").toString()).isEqualTo("[\"csm\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(365L * 24 * 3600);
    }

    @Test
    void the_secrets_are_made_once_and_kept() throws Exception {
        Home home = new Home(folder, folder);
        Credentials first = Credentials.of(home);
        Credentials second = Credentials.of(home);
        assertThat(second.console().password())
                .isEqualTo(first.console().password())
                .hasSize(24);
        assertThat(second.writeKey())
                .isEqualTo(first.writeKey())
                .isNotEqualTo(first.console().password());
        assertThat(second.signingKey().key()).isEqualTo(first.signingKey().key());
        assertThat(first.toString()).doesNotContain(first.console().password());
    }

    private static JsonNode json(String part) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }

    private static boolean verifies(String[] parts, Path publicFile) throws Exception {
        String pem = Files.readString(publicFile).replaceAll("-----[A-Z ]+-----|\\s", "");
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
