package dev.bellwether.health.engine;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.InvoiceStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.store.Changes;
import dev.bellwether.health.store.Fence;
import dev.bellwether.health.store.LiveAccount;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An account lived through day by day, in a partition that Kafka does not have, so that the running engine leaves it alone. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
class FlagsOfPastDaysTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int NUMBER = 4_713;
    private static final int DAYS = 75;
    private static final int PAID_AFTER = 70;
    // all would take long
    private static final int ASKED_EVERY = 5;

    @Inject
    Assessor assessor;

    @Inject
    Committer committer;

    @Inject
    Fence fence;

    @Inject
    Fold fold;

    private final String id = "flags-" + UUID.randomUUID();
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS);
    private final LiveAccount account = new LiveAccount(id, NUMBER, new AccountMemory(Settings.in(ZoneOffset.UTC)));

    private record Told(String flagId, String severity, String sentence, Map<String, BigDecimal> figures) {

        Told {
            figures = new TreeMap<>(figures);
            figures.replaceAll((name, value) -> value.stripTrailingZeros());
        }
    }

    @Test
    void as_of_a_past_day_each_flag_is_as_it_was_told_on_that_day() {
        var partition = new TopicPartition("flags-" + UUID.randomUUID(), NUMBER);
        Fence.Claim claim = Objects.requireNonNull(
                fence.claim(Map.of(partition, 0L)).await().atMost(SOON).get(partition));
        List<Fence.Move> ours = List.of(new Fence.Move(partition, claim, 0));
        Map<LocalDate, List<Told>> lived = new TreeMap<>();
        for (int n = 0; n <= DAYS; n++) {
            LocalDate day = first.plusDays(n);
            OpenBatch batch = new OpenBatch(n + 1);
            batch.touch(account);
            happens(n, day, batch.changes());
            fold.drain(batch);
            assessor.assess(account, at(day, 20), true, batch.changes());
            committer.commit(ours, batch.changes()).join();
            if (n % ASKED_EVERY == 1) {
                lived.put(
                        day,
                        account.openFlags().stream()
                                .map(FlagsOfPastDaysTest::told)
                                .toList());
            }
        }

        assertThat(lived.values().stream()
                        .flatMap(List::stream)
                        .map(told -> told.flagId.split(":")[1] + " " + told.severity))
                .contains(
                        "LATE_PAYMENT low",
                        "LATE_PAYMENT medium",
                        "LATE_PAYMENT high",
                        "LATE_PAYMENT critical",
                        "INACTIVE low",
                        "INACTIVE critical");
        lived.forEach((day, flags) -> assertThat(asOf(day)).as("%s", day).containsExactlyInAnyOrderElementsOf(flags));
    }

    /** Use until the tenth day; an invoice that is due on the first and paid at last. */
    private void happens(int n, LocalDate day, Changes changes) {
        if (n <= 10) {
            account.memory().use(Hash64.of("ann"), Hash64.of("export"), day.toEpochDay(), BigDecimal.ONE);
        }
        if (n == 0) {
            learn(invoice(day, InvoiceStatus.OPEN, null), changes);
        }
        if (n == PAID_AFTER) {
            learn(invoice(day, InvoiceStatus.PAID, day), changes);
        }
    }

    private void learn(InvoiceChanged invoice, Changes changes) {
        account.memory().learn(invoice);
        Envelope envelope = Codec.write(invoice, "/test");
        changes.add(new Changes.FactRow(
                id, invoice.id(), envelope.type(), invoice.occurredAt(), new String(envelope.data(), UTF_8)));
    }

    private InvoiceChanged invoice(LocalDate day, InvoiceStatus status, @Nullable LocalDate paidOn) {
        Occurrence occurrence = new Occurrence("in-" + status, id, at(day, 8));
        return new InvoiceChanged(occurrence, "in-1", 10_000L, "EUR", null, first, status, paidOn);
    }

    private static Told told(OpenFlag open) {
        return new Told(
                open.flag().flagId(),
                open.flag().severity().json(),
                open.flag().sentence(),
                open.flag().evidence().figures());
    }

    private List<Told> asOf(LocalDate day) {
        JsonPath answer = given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts/" + id + "?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
        assertThat(answer.getList("flags.clearedAt")).allMatch(Objects::isNull);
        return IntStream.range(0, answer.getList("flags").size())
                .mapToObj(i -> shown(answer, "flags[" + i + "]."))
                .toList();
    }

    private static Told shown(JsonPath answer, String flag) {
        Map<String, BigDecimal> figures = new TreeMap<>();
        answer.<String, Object>getMap(flag + "evidence.figures")
                .forEach((name, value) -> figures.put(name, new BigDecimal(value.toString())));
        return new Told(
                answer.getString(flag + "flagId"),
                answer.getString(flag + "severity"),
                answer.getString(flag + "sentence"),
                figures);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
