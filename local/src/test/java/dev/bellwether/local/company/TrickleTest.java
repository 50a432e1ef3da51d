package dev.bellwether.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.door.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrickleTest {

    private static final Instant NOW = Instant.parse("2026-03-18T15:00:00Z");

    private final Company company = Company.of(60, LocalDate.of(2026, 3, 18));

    @Test
    void an_hour_brings_usage_tickets_payments_and_answers_and_none_by_those_who_left() {
        Trickle trickle = new Trickle(company, NOW);
        List<Letter> hour = new ArrayList<>();
        for (int second = 0; second < 3600; second++) {
            hour.addAll(trickle.at(NOW.plusSeconds(second)));
        }
        assertThat(hour)
                .extracting(Letter::kind)
                .contains("track", "bellwether.ticket", "bellwether.invoice", "bellwether.survey");
        assertThat(new HashSet<>(hour.stream().map(Letter::id).toList())).hasSameSizeAs(hour);
        assertThat(hour).noneMatch(letter -> letter.json().contains("northgate-scaffolding"));
    }
}
