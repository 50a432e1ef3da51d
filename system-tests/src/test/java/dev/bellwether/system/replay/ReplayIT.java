package dev.bellwether.system.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayIT {

    private static final Duration CAUGHT_UP = Duration.ofSeconds(90);
    private static final Duration FIRST_SEEN = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Path folders;
    private final Company company;
    private final List<LocalDate> days;

    ReplayIT(LocalSystem system, @TempDir Path folders) throws IOException {
        this.system = system;
        this.folders = folders;
        company = Company.original().within(today, folders.resolve("moved"));
        days = company.tellingDays(today);
    }

    @BeforeAll
    void a_company_is_replayed_without_disturbance() {
        system.commands().run("replay", company.folder().toString());
        awaitCaughtUp();
        LocalSystem.say("replayed the company; looking at " + days);
    }

    @Test
    void every_figure_of_every_account_is_what_the_files_say() {
        PlainCount count = PlainCount.of(company.folder(), today.minusDays(Company.RETENTION_DAYS));
        for (LocalDate day : days) {
            Map<String, Count> expected = new LinkedHashMap<>();
            Map<String, Count> told = new LinkedHashMap<>();
            for (String account : company.accountsBy(day)) {
                JsonNode answer = system.portfolio().account(account, day).orElseThrow();
                expected.put(account, count.of(account, day));
                told.put(account, read(answer.path("figures")));
            }
            assertThat(told).as("%s", day).isEqualTo(expected).isNotEmpty();
        }
    }

    @Test
    void the_days_that_are_compared_tell_of_many_accounts() {
        assertThat(company.accountsBy(days.getLast())).hasSize(40);
        assertThat(days)
                .hasSize(3)
                .allSatisfy(day -> assertThat(company.accountsBy(day)).hasSizeGreaterThan(20));
    }

    @Test
    void every_account_is_known_as_of_today() {
        assertThat(company.accounts())
                .hasSize(40)
                .allSatisfy(account ->
                        assertThat(system.portfolio().account(account)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "health", "alert", "renewal", "console"})
    void a_service_killed_in_the_middle_of_a_replay_changes_no_figure(String service) throws IOException {
        Company twin = company.twin("-" + service, folders.resolve(service));
        String first = twin.accounts().getFirst();

        Process replay = system.commands().begin("replay", twin.folder().toString());
        await().atMost(FIRST_SEEN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> system.portfolio().account(first).isPresent());
        boolean inTheMiddle = replay.isAlive();
        system.kill(service);
        system.restart(service);
        system.commands().end(replay, "replay", twin.folder().toString());
        awaitCaughtUp();

        assertThat(inTheMiddle).as("the replay was still going on").isTrue();
        assertSameFigures(twin);
        await().atMost(CAUGHT_UP).untilAsserted(() -> {
            assertThat(openAlerts(twin)).isEqualTo(openAlerts(company)).isNotEmpty();
            assertThat(contracts(twin)).isEqualTo(contracts(company)).isNotEmpty();
        });
    }

    /** Kinds of open alerts by account. */
    private Map<String, List<String>> openAlerts(Company of) {
        return byAccount(of, system.listing("alert").all("/v1/alerts?status=open"), "kind");
    }

    /** Where every contract stands, by account. */
    private Map<String, List<String>> contracts(Company of) {
        return byAccount(
                of,
                system.listing("renewal").all("/v1/renewals"),
                "status",
                "startsOn",
                "endsOn",
                "decisionOn",
                "score");
    }

    /** Some fields of the items of a list, sorted, by the original company's names of the accounts. */
    private Map<String, List<String>> byAccount(Company of, List<JsonNode> items, String... fields) {
        // both are read from files
        List<String> accounts = of.accounts();
        List<String> originals = company.accounts();
        Map<String, List<String>> byAccount = new TreeMap<>();
        for (JsonNode item : items) {
            int account = accounts.indexOf(item.path("accountId").asText());
            if (account >= 0) {
                byAccount
                        .computeIfAbsent(originals.get(account), id -> new ArrayList<>())
                        .add(Stream.of(fields)
                                .map(field -> item.path(field).toString())
                                .collect(Collectors.joining(" ")));
            }
        }
        byAccount.values().forEach(Collections::sort);
        return byAccount;
    }

    private void assertSameFigures(Company twin) {
        for (int i = 0; i < twin.accounts().size(); i++) {
            String original = company.accounts().get(i);
            String copy = twin.accounts().get(i);
            for (LocalDate day : days) {
                assertThat(story(copy, day)).as("%s as of %s", copy, day).isEqualTo(story(original, day));
            }
            assertThat(story(copy, null)).as("%s", copy).isEqualTo(story(original, null));
        }
    }

    private List<JsonNode> story(String account, @Nullable LocalDate day) {
        Optional<JsonNode> answer = day == null
                ? system.portfolio().account(account)
                : system.portfolio().account(account, day);
        return answer.map(found -> List.of(found.path("figures"), found.path("health")))
                .orElse(List.of());
    }

    private void awaitCaughtUp() {
        await().atMost(CAUGHT_UP).until(() -> system.consumption().outstanding() == 0);
    }

    private static Count read(JsonNode figures) {
        return new Count(
                figures.required("wau").asInt(),
                number(figures.required("daysInactive")),
                number(figures.required("daysPastDue")),
                figures.required("opened7").asInt());
    }

    private static @Nullable Integer number(JsonNode figure) {
        return figure.isNull() ? null : figure.asInt();
    }
}
