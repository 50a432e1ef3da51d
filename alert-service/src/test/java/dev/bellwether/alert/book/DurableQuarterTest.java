package dev.bellwether.alert.book;

import static dev.bellwether.alert.testing.Callers.manager;
import static dev.bellwether.alert.testing.Callers.operator;
import static dev.bellwether.alert.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.delivery.DyingProcess;
import dev.bellwether.alert.intake.TakenIn;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.testing.AllChannels;
import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.alert.testing.Arrived;
import dev.bellwether.alert.testing.Database;
import dev.bellwether.alert.testing.ManyFlags;
import dev.bellwether.alert.testing.Outages;
import dev.bellwether.alert.testing.Staff;
import dev.bellwether.alert.testing.Surroundings;
import dev.bellwether.alert.testing.TestClock;
import dev.bellwether.contracts.Event;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A quarter of flags of 200 accounts and 8 managers on the real database and with the real delivery: every channel is
 * away now and then, answers get lost, processes die between the steps of a delivery, events come again, and the clock
 * jumps. Nothing is lost, nothing is told twice beyond what a crash excuses, every budget and work hour is kept.
 */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
@WithTestResource(AllChannels.class)
class DurableQuarterTest {

    private static final long SEED = 7;
    private static final int ACCOUNTS = 200;
    private static final int MANAGERS = 8;
    private static final int DAYS = 90;
    private static final int BUDGET = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Random random = new Random(SEED);
    private final String name = "q" + UUID.randomUUID().toString().substring(0, 8);
    private final Outages outages = new Outages();
    private final Map<Channel, List<DyingProcess.Sent>> sentByTheDead = new EnumMap<>(Channel.class);
    private int dead;
    private int outdated;

    @Inject
    TestClock clock;

    @Inject
    TakenIn takenIn;

    @Inject
    Lookout lookout;

    @Inject
    DyingProcess dying;

    @Inject
    Database database;

    @BeforeEach
    void longAgo() {
        Surroundings.slack().forget();
        clock.set(Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(DAYS + 30)));
    }

    @AfterEach
    void today() {
        outages.end();
        database.run("update alert set look_at = null where account_id like '" + name + "%'");
        String incidents = """
                select count(*) from (select distinct on (thread_id) content from delivery
                                      where channel = 'pagerduty' and matter like 'trouble:%' order by thread_id, id desc) newest
                where content like '%"over":false%'
                """;
        eventually(() -> assertThat(database.number(incidents)).isZero());
        clock.setRight();
    }

    @Test
    void nothing_is_lost_nothing_is_told_twice_and_every_budget_and_work_hour_is_kept() {
        Staff staff =
                Staff.of(name, MANAGERS, clock.instant().atZone(ZoneOffset.UTC).toLocalDate(), DAYS, random);
        staff.introduce(BUDGET);
        Ledger ledger = new Ledger(database, name);

        live(new ManyFlags(random, accounts(staff)), ledger);
        outages.end();
        look(ledger);
        tryAgainWhatMayHaveArrived(ledger);
        for (int day = 0; day < 14; day++) {
            clock.set(afternoon().plus(Duration.ofDays(1)));
            look(ledger);
        }

        assertNothingIsLost(ledger);
        assertNothingIsToldTwice(ledger);
        assertBudgetsAndHoursAreKept(ledger.told(), staff);
        assertEverythingHappened(ledger);
    }

    /** Where nobody can look a message is given up after five attempts of which nobody knows; an operator has it tried again. */
    private void tryAgainWhatMayHaveArrived(Ledger ledger) {
        assertThat(ledger.givenUp())
                .allSatisfy(row -> assertThat(row.getFirst()).isEqualTo(Channel.TEAMS.label()))
                .allSatisfy(row -> assertThat(row.getLast()).endsWith("it may have arrived"));
        operator().post("/v1/deliveries/retry").then().statusCode(202);
        outdated = ledger.givenUp().size();
    }

    private List<AnAccount> accounts(Staff staff) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> new AnAccount(
                        name + "-" + i,
                        "Account " + i,
                        staff.members().get(i % MANAGERS).email()))
                .toList();
    }

    private void live(ManyFlags flags, Ledger ledger) {
        List<Event> past = new ArrayList<>();
        Instant end = clock.instant().plus(Duration.ofDays(DAYS));
        while (clock.instant().isBefore(end)) {
            clock.jump(pause());
            outages.change(random, clock.instant());
            takeIn(flags, past);
            somethingDies();
            if (random.nextInt(4) == 0) {
                ledger.oneThatStands()
                        .forEach(alert -> manager()
                                .post("/v1/alerts/" + alert + "/acknowledge")
                                .then()
                                .statusCode(200));
            }
            look(ledger);
        }
    }

    /** To an hour at which all work, or to any; sometimes the clock is set back. */
    private Duration pause() {
        Instant now = clock.instant();
        Instant afternoon = afternoon();
        if (random.nextInt(30) == 0) {
            return Duration.ofMinutes(-30);
        }
        return now.isBefore(afternoon) && random.nextInt(3) > 0
                ? Duration.between(now, afternoon)
                : Duration.ofMinutes(60 + random.nextInt(15 * 60));
    }

    /** When all are at work who work today. */
    private Instant afternoon() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(14));
    }

    private void takeIn(ManyFlags flags, List<Event> past) {
        List<Event> batch = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            batch.add(flags.next(clock.instant()));
        }
        past.addAll(batch);
        takenIn.all(batch);
        if (random.nextInt(8) == 0) { // a redelivery after a crash
            takenIn.all(List.of(past.get(random.nextInt(past.size()))));
        }
    }

    /** The leases of what died with it are over before anything else happens. */
    private void somethingDies() {
        if (random.nextInt(4) > 0) {
            return;
        }
        Channel channel = Outages.CHANNELS.get(random.nextInt(Outages.CHANNELS.size()));
        if (random.nextBoolean()) {
            dead += dying.fetches(channel);
        } else {
            List<DyingProcess.Sent> sent = dying.sends(channel);
            dead += sent.size();
            sentByTheDead.computeIfAbsent(channel, none -> new ArrayList<>()).addAll(sent);
        }
    }

    /** Looks at what is due, or waits for whoever is just doing so, until nothing is due any more on a channel that is there. */
    private void look(Ledger ledger) {
        lookout.page().await().atMost(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> ledger.undecided(clock.instant()) == 0
                        && ledger.sendable(outages.there(), clock.instant()) == 0);
    }

    private void assertNothingIsLost(Ledger ledger) {
        assertThat(ledger.undelivered()).hasSize(outdated);
        assertThat(ledger.untold()).isEmpty();
        Outages.CHANNELS.forEach(channel -> assertThat(ledger.unsent(channel))
                .as("told by %s", channel.label())
                .isEmpty());
        // the time goes on, and what becomes due meanwhile is sent: it arrives before it is recorded
        List<List<String>> inSlack = ledger.sentAloud(Channel.SLACK);
        List<List<String>> mailed = ledger.sent(Channel.EMAIL);
        List<List<String>> posted = ledger.sent(Channel.WEBHOOK);
        int toTeams = ledger.posted(Channel.TEAMS);
        assertThat(Arrived.slack())
                .containsAll(inSlack.stream().map(List::getFirst).toList());
        assertThat(Arrived.mails())
                .containsKeys(mailed.stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toArray(String[]::new));
        assertThat(Arrived.webhooks())
                .containsKeys(posted.stream()
                        .map(row -> Arrived.webhookId(row.getFirst()))
                        .toArray(String[]::new));
        assertThat(teams()).isGreaterThanOrEqualTo(toTeams);
    }

    private int teams() {
        return AllChannels.teams().bodies(name).size();
    }

    private void assertNothingIsToldTwice(Ledger ledger) {
        assertThat(ledger.saidTwice()).isEmpty();
        // the bot looks for what may stand there already
        assertThat(Arrived.slack()).doesNotHaveDuplicates();
        assertInOrder(Arrived.slack(), ledger.sentAloud(Channel.SLACK));
        assertThat(ledger.late()).isEmpty();
        assertExcused(
                ledger.sent(Channel.EMAIL).stream()
                        .map(row -> row.get(0) + " " + row.get(1))
                        .toList(),
                Arrived.mails(),
                sentByTheDead(Channel.EMAIL).map(sent -> sent.key() + " " + sent.address()));
        assertExcused(
                ledger.sent(Channel.WEBHOOK).stream()
                        .map(row -> Arrived.webhookId(row.getFirst()))
                        .toList(),
                Arrived.webhooks(),
                Stream.concat(
                        sentByTheDead(Channel.WEBHOOK).map(sent -> Arrived.webhookId(sent.key())),
                        AllChannels.webhook().peer().unanswered().stream()
                                .map(post -> String.valueOf(post.headers().getFirst("webhook-id")))));
        // its messages have no ids
        assertThat(teams() - ledger.posted(Channel.TEAMS))
                .isLessThanOrEqualTo((int) sentByTheDead(Channel.TEAMS).count() + outages.lostAnswers(Channel.TEAMS));
    }

    /** Each arrived once, and once more at most for each process that died with it and each answer to it that got lost. */
    private static void assertExcused(List<String> sent, Map<String, Integer> arrived, Stream<String> excuses) {
        Map<String, Integer> excused = excuses.collect(Collectors.toMap(Function.identity(), one -> 1, Integer::sum));
        assertThat(sent)
                .allSatisfy(message -> assertThat(arrived.getOrDefault(message, 0))
                        .as(message)
                        .isBetween(1, 1 + excused.getOrDefault(message, 0)));
    }

    private Stream<DyingProcess.Sent> sentByTheDead(Channel channel) {
        return sentByTheDead.getOrDefault(channel, List.of()).stream();
    }

    /** What shares a lane, such as all that an account has for one reader, arrived in the order in which it was decided. */
    private static void assertInOrder(List<String> arrived, List<List<String>> decided) {
        Map<String, Integer> places = new HashMap<>();
        decided.forEach(row -> places.put(row.getFirst(), places.size()));
        Map<String, List<Integer>> lanes = arrived.stream()
                .flatMap(key -> Optional.ofNullable(places.get(key)).stream())
                .collect(Collectors.groupingBy(place -> decided.get(place).getLast()));
        assertThat(lanes.values()).anyMatch(lane -> lane.size() > 2);
        assertThat(lanes.values()).allSatisfy(lane -> assertThat(lane).isSorted());
    }

    private static void assertBudgetsAndHoursAreKept(List<Ledger.Told> told, Staff staff) {
        Map<String, Integer> weeks = new HashMap<>();
        for (Ledger.Told one : told) {
            Staff.Member member = staff.member(one.person());
            int messages = weeks.merge(one.person() + " " + member.week(one.at()), 1, Integer::sum);
            assertThat(one.isCritical() || one.isEscalation() || messages <= BUDGET)
                    .as("message %s of the week: %s", messages, one)
                    .isTrue();
            assertThat(one.isCritical() || member.works(one.at()))
                    .as("at work: %s", one)
                    .isTrue();
        }
    }

    /** What never happens is kept to by anybody. */
    private void assertEverythingHappened(Ledger ledger) {
        Function<String, Long> causes = cause -> ledger.count("d.content like '%\"" + cause + "\"%'");
        assertThat(ledger.told()).hasSizeGreaterThan(120);
        assertThat(List.of("WORSE", "UNACKNOWLEDGED", "resolved"))
                .allSatisfy(cause -> assertThat(causes.apply(cause)).isPositive());
        assertThat(Outages.CHANNELS)
                .allSatisfy(channel -> assertThat(outages.of(channel)).isGreaterThan(2));
        assertThat(dead).isGreaterThan(10);
        assertThat(database.number(
                        "select count(*) from alert where held = 'budget' and account_id like '" + name + "%'"))
                .isPositive();
    }
}
