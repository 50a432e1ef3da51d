package dev.bellwether.health.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.messaging.testing.TestTopic;
import dev.bellwether.messaging.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Made-up companies as customers of a running service: their facts go to its topics, its answers are held against the book. */
record Customers(List<Customer> all, Premises premises, Random random) {

    private static final int RECORDS_AT_ONCE = 700;

    /** One of them, under an account id of its own in this run. */
    record Customer(long seed, String account, Company company) {

        /** Those that count: of before the retention only what describes the account. Some have no ancient history at all. */
        List<Fact> facts() {
            if (seed % 2 == 0) {
                return company.facts();
            }
            return Stream.concat(company.facts().stream(), AncientHistory.kept(account, company.lastDay()).stream())
                    .toList();
        }
    }

    static Customers of(long firstSeed, int count, Premises premises) {
        Instant latest = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        List<Customer> all = LongStream.range(firstSeed, firstSeed + count)
                .mapToObj(seed -> {
                    String account = "made-up-" + seed + "-" + UUID.randomUUID();
                    return new Customer(seed, account, Company.of(seed, account, premises, latest));
                })
                .toList();
        return new Customers(all, premises, new Random(firstSeed));
    }

    /**
     * Everything that happened, in an order that has nothing to do with time; the later part with repeats of both, and with
     * some of the earlier part sent again by producers that give no time.
     */
    void sendAll() {
        List<Fact> facts = new ArrayList<>();
        all.forEach(customer -> facts.addAll(customer.facts()));
        Collections.shuffle(facts, random);
        List<Fact> early = facts.subList(0, facts.size() * 2 / 3);
        List<Fact> late = new ArrayList<>(facts.subList(early.size(), facts.size()));
        for (Customer customer : all) {
            late.addAll(AncientHistory.leftOut(customer.account, customer.company.lastDay()));
        }
        facts.stream().filter(fact -> random.nextInt(4) == 0).forEach(late::add);
        Instant now = Instant.now();
        early.stream().filter(fact -> random.nextInt(8) == 0).forEach(fact -> late.add(Company.sentAgain(fact, now)));
        Collections.shuffle(late, random);
        send(early);
        send(late);
    }

    private static void send(List<Fact> facts) {
        for (int from = 0; from < facts.size(); from += RECORDS_AT_ONCE) {
            TestTopic.send(facts.subList(from, Math.min(facts.size(), from + RECORDS_AT_ONCE))
                    .toArray(Event[]::new));
        }
    }

    /** Waits for each until what is committed of it is by the book. */
    void awaitTheBook(Duration atMost) {
        all.forEach(customer -> await().atMost(atMost).untilAsserted(() -> assertCommitted(customer)));
    }

    private void assertCommitted(Customer customer) {
        String answer = answer(customer, "");
        Shown shown = Shown.of(answer);
        // the day may have turned since the facts were sent
        LocalDate day = LocalDate.parse(Shown.asOf(answer));
        Reading book = Reading.of(customer.facts(), day, premises);

        assertThat(Differences.ofNumbers(shown, book))
                .as("seed %s", customer.seed)
                .isEmpty();
        assertThat(Differences.ofMemory(shown, book, earlier -> Reading.of(customer.facts(), earlier, premises)))
                .as("seed %s", customer.seed)
                .isEmpty();
    }

    /** Some past days of the customer. */
    void assertPastDays(Customer customer) {
        Company company = customer.company;
        int days = (int) (company.lastDay().toEpochDay() - company.firstDay().toEpochDay());
        Map<LocalDate, Band> bands = Standing.bands(customer.facts(), company.lastDay(), premises);
        List<LocalDate> asked = List.of(
                company.lastDay(),
                company.lastDay().minusDays(1),
                company.firstDay(),
                company.firstDay().plusDays(random.nextInt(days)),
                company.firstDay().plusDays(random.nextInt(days)));
        for (LocalDate day : asked) {
            Shown shown = Shown.of(answer(customer, "?asOf=" + day));
            List<String> differences = Differences.ofNumbers(shown, Reading.of(customer.facts(), day, premises));
            differences.addAll(Differences.ofBand(shown, bands.getOrDefault(day, Band.UNKNOWN)));

            assertThat(differences).as("seed %s as of %s", customer.seed, day).isEmpty();
        }
    }

    static String answer(Customer customer, String query) {
        return given().header("Authorization", "Bearer " + Tokens.bearer("max@example.com", "manager"))
                .get("/v1/accounts/" + customer.account + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
