package dev.bellwether.renewal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyOrderTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_and_repetition_of_profiles_and_scores_is_the_same_account(long seed) {
        Random random = new Random(seed);
        List<AccountDescribed> profiles = new ArrayList<>();
        List<ScoreChanged> scores = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            profiles.add(profile("e" + i, random));
            scores.add(score("s" + i, random));
        }
        AccountRow expected = heard(profiles, scores);
        profiles.add(profiles.get(random.nextInt(profiles.size())));
        scores.add(scores.get(random.nextInt(scores.size())));

        Collections.shuffle(profiles, random);
        Collections.shuffle(scores, random);
        AccountRow arrived = heard(profiles, scores);

        assertThat(arrived.profile()).isEqualTo(expected.profile());
        assertThat(arrived.condition).isEqualTo(expected.condition);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void who_leaves_a_second_time_without_a_day_left_on_that_of_the_word() {
        List<AccountDescribed> said = List.of(
                status("2025-03-02", AccountStatus.CHURNED, LocalDate.of(2025, 3, 1)),
                status("2025-08-01", AccountStatus.ACTIVE, null),
                status("2026-10-01", AccountStatus.CHURNED, null));

        assertThat(heard(said.subList(0, 1), List.of()).goneOn).isEqualTo("2025-03-01");
        assertThat(heard(said.subList(0, 2), List.of()).goneOn).isNull();
        assertThat(heard(said, List.of()).goneOn).isEqualTo("2026-10-01");
        assertThat(heard(said.reversed(), List.of()).goneOn).isEqualTo("2026-10-01");
    }

    private static AccountDescribed status(String day, AccountStatus status, @Nullable LocalDate churnedOn) {
        Occurrence said =
                new Occurrence(day, "acme", LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
        return new AccountDescribed(
                said, null, null, null, null, null, null, null, null, Map.of(), status, churnedOn, null);
    }

    private static AccountRow heard(List<AccountDescribed> profiles, List<ScoreChanged> scores) {
        AccountRow row = new AccountRow();
        profiles.forEach(row::hear);
        scores.forEach(row::hear);
        return row;
    }

    private static AccountDescribed profile(String id, Random random) {
        return new AccountDescribed(
                occurrence(id, random),
                maybe(random, "name"),
                maybe(random, "owner"),
                null,
                null,
                null,
                maybe(random, "currency"),
                maybe(random, "zone"),
                null,
                Map.of(),
                null,
                null,
                null);
    }

    private static ScoreChanged score(String id, Random random) {
        return new ScoreChanged(
                occurrence(id, random),
                new AccountSnapshot("acme", null, BigDecimal.valueOf(random.nextInt(100)), Band.GREEN),
                null,
                Band.UNKNOWN,
                BigDecimal.ONE);
    }

    /** Few instants, so that ties are common. */
    private static Occurrence occurrence(String id, Random random) {
        return new Occurrence(id, "acme", Instant.EPOCH.plusSeconds(random.nextInt(3)));
    }

    private static @Nullable String maybe(Random random, String prefix) {
        return random.nextBoolean() ? null : prefix + random.nextInt(5);
    }
}
