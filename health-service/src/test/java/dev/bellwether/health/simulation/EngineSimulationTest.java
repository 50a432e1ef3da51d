package dev.bellwether.health.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.messaging.testing.BackingServices;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Made-up companies through the whole service: facts to Kafka in disorder and repeated, answers from the API, by the book. */
@QuarkusTest
@QuarkusTestResource(value = BackingServices.class, initArgs = @ResourceArg(name = "service", value = "health"))
@TestProfile(EngineSimulationTest.House.class)
class EngineSimulationTest {

    private static final int SEEDS = Integer.getInteger("bellwether.simulation.accounts", 25);
    private static final int RECORDS_AT_ONCE = 700;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Premises PREMISES = new Premises(ZONE, Company.INTERNAL_DOMAINS, Company.IGNORED_EVENTS);

    /** What the service is told of the deployment; its memory is small, so that accounts leave and come back. */
    public static final class House implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "bellwether.zone",
                    ZONE.getId(),
                    "bellwether.health.internal-domains",
                    String.join(",", Company.INTERNAL_DOMAINS),
                    "bellwether.health.ignored-events",
                    String.join(",", Company.IGNORED_EVENTS),
                    "bellwether.health.accounts-in-memory",
                    "7",
                    "bellwether.health.batch",
                    "150",
                    "bellwether.health.settle-after",
                    "2s");
        }
    }

    private record Customer(long seed, String account, Company company) {

        /** Facts of before the retention are left out, but for what describes the account. */
        List<Fact> facts() {
            return Stream.concat(company.facts().stream(), AncientHistory.kept(account, company.lastDay()).stream())
                    .toList();
        }
    }

    private final Random random = new Random(42);
    private final List<Customer> customers = LongStream.rangeClosed(1, SEEDS)
            .mapToObj(EngineSimulationTest::customer)
            .toList();

    @Test
    void what_is_committed_and_every_past_day_are_as_the_book_says() {
        List<Fact> all = new ArrayList<>();
        customers.forEach(customer -> all.addAll(customer.facts()));
        customers.forEach(customer -> all.addAll(AncientHistory.leftOut(customer.account, customer.company.lastDay())));
        Collections.shuffle(all, random);
        List<Fact> early = all.subList(0, all.size() * 2 / 3);
        send(early);
        send(withRepeats(all.subList(early.size(), all.size()), early));

        customers.forEach(customer -> await().atMost(SOON).untilAsserted(() -> assertAsTheBookSays(customer)));
        customers.forEach(this::assertPastDaysAreAsTheBookSays);
    }

    private static void assertAsTheBookSays(Customer customer) {
        String answer = ask(customer.account, "");
        Shown shown = Shown.of(answer);
        LocalDate day = LocalDate.parse(Shown.asOf(answer));
        Reading book = Reading.of(customer.facts(), day, PREMISES);
        Reading before = Reading.of(customer.facts(), day.minusDays(7), PREMISES);

        assertThat(Differences.ofNumbers(shown, book))
                .as("seed " + customer.seed)
                .isEmpty();
        assertThat(Differences.ofMemory(shown, book, before.score().score()))
                .as("seed " + customer.seed)
                .isEmpty();
    }

    private void assertPastDaysAreAsTheBookSays(Customer customer) {
        Company company = customer.company;
        int days = (int) (company.lastDay().toEpochDay() - company.firstDay().toEpochDay());
        List<LocalDate> asked = List.of(
                company.lastDay(),
                company.lastDay().minusDays(1),
                company.firstDay(),
                company.firstDay().plusDays(random.nextInt(days)),
                company.firstDay().plusDays(random.nextInt(days)));
        for (LocalDate day : asked) {
            Shown shown = Shown.of(ask(customer.account, "?asOf=" + day));
            Reading book = Reading.of(customer.facts(), day, PREMISES);

            assertThat(Differences.ofNumbers(shown, book))
                    .as("seed %s as of %s", customer.seed, day)
                    .isEmpty();
            assertThat(shown.band()).isEqualTo(book.band(Band.UNKNOWN));
        }
    }

    private List<Fact> withRepeats(List<Fact> facts, List<Fact> sentBefore) {
        List<Fact> repeated = new ArrayList<>(facts);
        Stream.concat(facts.stream(), sentBefore.stream())
                .filter(fact -> random.nextInt(4) == 0)
                .forEach(repeated::add);
        Collections.shuffle(repeated, random);
        return repeated;
    }

    private static void send(List<Fact> facts) {
        for (int from = 0; from < facts.size(); from += RECORDS_AT_ONCE) {
            TestTopic.send(facts.subList(from, Math.min(facts.size(), from + RECORDS_AT_ONCE))
                    .toArray(Event[]::new));
        }
    }

    private static String ask(String account, String query) {
        return given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts/" + account + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static Customer customer(long seed) {
        String account = "made-up-" + seed + "-" + UUID.randomUUID();
        Instant latest = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return new Customer(seed, account, Company.of(seed, account, PREMISES, latest));
    }
}
