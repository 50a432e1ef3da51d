package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryableTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 413, 422})
    void an_answer_that_would_stay_the_same_is_not_tried_again(int status) {
        assertThat(Retryable.http(status, null, "invalid_payload"))
                .isEqualTo(new Outcome.Refused("HTTP " + status + " invalid_payload"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 407, 410, 301, 302, 307})
    void an_address_or_a_right_that_is_refused_is_ours_to_mend_and_costs_no_message(int status) {
        assertThat(Retryable.http(status, null, "no_service"))
                .isEqualTo(new Outcome.Unready("HTTP " + status + " no_service"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502})
    void a_failure_may_have_let_the_message_through_and_is_tried_again(int status) {
        Outcome outcome = Retryable.http(status, null, "");

        assertThat(outcome).isEqualTo(new Outcome.Doubtful("HTTP " + status, Duration.ZERO));
        assertThat(outcome.mayHaveArrived()).isTrue();
    }

    @Test
    void somebody_in_between_who_heard_no_answer_is_no_answer() {
        assertThat(Retryable.http(504, "3", "")).isEqualTo(new Outcome.Unanswered("HTTP 504"));
    }

    @Test
    void who_says_that_it_takes_nothing_has_taken_nothing() {
        assertThat(Retryable.http(503, "3", "")).isEqualTo(new Outcome.Postponed("HTTP 503", Duration.ofSeconds(3)));
    }

    @Test
    void the_pause_that_is_asked_for_is_read() {
        assertThat(Retryable.http(429, "7", "")).isEqualTo(new Outcome.Throttled("HTTP 429", Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3", "Wed, 21 Oct 2026 07:28:00 GMT", "99999999999999"})
    void a_pause_that_is_no_number_of_seconds_is_one_second(String retryAfter) {
        assertThat(Retryable.http(429, retryAfter, ""))
                .isEqualTo(new Outcome.Throttled("HTTP 429", Duration.ofSeconds(1)));
    }

    @Test
    void a_place_pauses_as_long_as_it_says_and_one_message_an_hour_at_most() {
        assertThat(Retryable.http(429, "86400", "")).isEqualTo(new Outcome.Throttled("HTTP 429", Duration.ofDays(1)));
        assertThat(Retryable.http(503, "86400", "")).isEqualTo(new Outcome.Postponed("HTTP 503", Duration.ofHours(1)));
        assertThat(Retryable.http(500, "86400", "")).isEqualTo(new Outcome.Doubtful("HTTP 500", Duration.ofHours(1)));
    }

    @Test
    void an_answer_that_repeats_the_secret_is_not_repeated() {
        assertThat(Retryable.http(404, null, "no such hook /services/T0/B0/secret"))
                .isEqualTo(new Outcome.Unready("HTTP 404"));
    }

    @Test
    void failures_on_the_way_are_tried_again_and_their_texts_stay_unsaid() {
        assertThat(Retryable.failure(new ConnectException("http://host/secret")))
                .isEqualTo(new Outcome.Postponed("cannot connect", Duration.ZERO));
        assertThat(Retryable.failure(new TimeoutException("http://host/secret")))
                .isEqualTo(new Outcome.Unanswered("no answer in time"));
        assertThat(Retryable.failure(new io.smallrye.mutiny.TimeoutException()))
                .isEqualTo(new Outcome.Unanswered("no answer in time"));
        assertThat(Retryable.failure(new IOException("http://host/secret")))
                .isEqualTo(new Outcome.Unanswered("failed on the way: IOException"));
    }

    @ParameterizedTest
    @ValueSource(ints = {530, 534, 535, 538})
    void a_login_that_the_mail_server_does_not_take_can_be_mended(int code) {
        assertThat(Retryable.failure(smtp(code)))
                .isEqualTo(new Outcome.Postponed(
                        "SMTP " + code + ", the mail server does not accept our login", Duration.ZERO));
    }

    @Test
    void other_answers_of_a_mail_server_are_for_good_or_for_a_while() {
        assertThat(Retryable.failure(smtp(550))).isEqualTo(new Outcome.Refused("SMTP 550"));
        assertThat(Retryable.failure(smtp(451))).isEqualTo(new Outcome.Postponed("SMTP 451", Duration.ZERO));
    }

    private static SMTPException smtp(int code) {
        return new SMTPException("secret", code, List.of("secret"), false);
    }

    @Test
    void a_message_without_a_valid_form_is_not_tried_again() {
        assertThat(Retryable.failure(new IllegalArgumentException("nobody at example")))
                .isInstanceOf(Outcome.Refused.class);
    }
}
