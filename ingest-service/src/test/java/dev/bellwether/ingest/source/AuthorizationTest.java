package dev.bellwether.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    @ParameterizedTest
    @ValueSource(strings = {"key:", "key", "key:ignored"})
    void the_user_name_is_the_write_key_with_or_without_a_colon(String pair) {
        String header = "basic  " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));

        assertThat(Authorization.read(header)).isNotNull().satisfies(read -> {
            assertThat(read.basicKey()).isEqualTo("key");
            assertThat(read.bearerKey()).isNull();
        });
    }

    @Test
    void a_bearer_is_its_own_key() {
        assertThat(Authorization.read("Bearer abc")).isNotNull().satisfies(read -> {
            assertThat(read.bearerKey()).isEqualTo("abc");
            assertThat(read.basicKey()).isNull();
        });
    }

    @Test
    void a_key_never_shows_when_it_is_printed() {
        assertThat(String.valueOf(Authorization.read("Bearer abc"))).doesNotContain("abc");
    }

    @Test
    void nothing_presented_is_nothing() {
        assertThat(Authorization.read(null)).isNull();
        assertThat(Authorization.read("Basic")).isNull();
    }
}
