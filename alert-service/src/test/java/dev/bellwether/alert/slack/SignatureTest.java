package dev.bellwether.alert.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    /** The example of Slack's own documentation. */
    private static final String BODY = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
            + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
            + "&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static final String SIGNED = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String AT = "1531420618";

    private final Signature signature = new Signature("8f742231b10e8888abcd99yyyzzz85a5");

    @ParameterizedTest(name = "{0} seconds after it was signed: {1}")
    @CsvSource({"0, true", "299, true", "301, false", "-299, true", "-301, false"})
    void it_holds_for_five_minutes(long later, boolean holds) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(AT) + later);

        assertThat(signature.holds(SIGNED, AT, BODY, now)).isEqualTo(holds);
    }

    @Test
    void it_does_not_hold_for_another_body_time_or_secret() {
        Instant now = Instant.ofEpochSecond(Long.parseLong(AT));

        assertThat(signature.holds(SIGNED, AT, BODY + "&x=1", now)).isFalse();
        assertThat(signature.holds(SIGNED, "1531420619", BODY, now)).isFalse();
        assertThat(new Signature("another").holds(SIGNED, AT, BODY, now)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "soon", "99999999999999999999"})
    void nonsense_is_no_signature(String nonsense) {
        Instant now = Instant.ofEpochSecond(Long.parseLong(AT));

        assertThat(signature.holds(nonsense, AT, BODY, now)).isFalse();
        assertThat(signature.holds(SIGNED, nonsense, BODY, now)).isFalse();
        assertThat(signature.holds(null, null, BODY, now)).isFalse();
    }
}
