package dev.bellwether.alert.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.action.Action;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSignerTest {

    private static final Instant UNTIL = Instant.parse("2026-03-16T09:00:00Z");

    private final LinkSigner signer = new LinkSigner("a secret of thirty-two characters");
    private final Link link =
            new Link(new Purpose.Act(Action.SNOOZE_THREE_DAYS), UUID.randomUUID(), "ann+alerts@example.com", UNTIL);

    @Test
    void a_token_says_what_was_signed() {
        assertThat(signer.read(signer.token(link))).contains(link);
    }

    @Test
    void a_token_that_somebody_changed_or_made_up_says_nothing() {
        String token = signer.token(link);
        for (int i = 0; i < token.length() - 1; i++) { // the last letter holds bits that mean nothing
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(signer.read(token.substring(0, i) + other + token.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(new LinkSigner("another secret of that very length").read(token))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "a.b", "%%.%%", "....", "YQ.YQ"})
    void nonsense_says_nothing(String nonsense) {
        assertThat(signer.read(nonsense)).isEmpty();
    }

    @Test
    void a_link_ends() {
        assertThat(link.expired(UNTIL.minusSeconds(1))).isFalse();
        assertThat(link.expired(UNTIL)).isTrue();
    }

    @Test
    void a_short_secret_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> new LinkSigner("short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bellwether.alert.links.secret")
                .hasMessageNotContaining("short");
    }
}
