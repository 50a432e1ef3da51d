package dev.bellwether.alert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.alert.policy.Channel;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CouriersTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Test
    void a_wish_for_channels_that_are_off_by_now_gives_way_to_those_that_are_on() {
        Set<Channel> on = Set.of(Channel.SLACK, Channel.EMAIL);

        assertThat(Couriers.among(on, Set.of()::contains)).isEqualTo(on);
        assertThat(Couriers.among(on, Set.of(Channel.EMAIL, Channel.TEAMS)::contains))
                .containsExactly(Channel.EMAIL);
        assertThat(Couriers.among(on, Set.of(Channel.PAGERDUTY)::contains)).isEqualTo(on);
    }

    @Test
    void a_lease_that_may_end_while_a_message_is_on_its_way_is_refused() {
        assertThatThrownBy(() -> Couriers.checkLease(Channel.EMAIL, TIMEOUT, Duration.ofSeconds(44)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bellwether.alert.worker.lease is PT44S but must be at least PT45S");
        assertThatCode(() -> Couriers.checkLease(Channel.EMAIL, TIMEOUT, Duration.ofSeconds(45)))
                .doesNotThrowAnyException();
    }
}
