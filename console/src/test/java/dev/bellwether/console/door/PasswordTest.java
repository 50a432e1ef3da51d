package dev.bellwether.console.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.bellwether.console.TestSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven char"})
    void one_that_is_short_is_refused_with_what_to_do(String password) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Password(TestSettings.withPassword(password)).check())
                .withMessageContaining("bellwether.console.password")
                .withMessageContaining("12 characters");
    }

    @Test
    void without_one_nobody_comes_in() {
        Password none = new Password(new TestSettings(Optional.of("token"), Optional.empty(), 50));

        assertThatIllegalStateException().isThrownBy(() -> none.is(""));
    }

    @Test
    void it_is_told_from_all_others_and_never_printed() {
        Password password = new Password(TestSettings.withPassword("correct horse battery"));

        assertThatNoException().isThrownBy(password::check);
        assertThat(password.is("correct horse battery")).isTrue();
        assertThat(password.is("correct horse batterz")).isFalse();
        assertThat(password).asString().doesNotContain("horse");
    }
}
