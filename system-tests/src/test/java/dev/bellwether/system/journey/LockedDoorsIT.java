package dev.bellwether.system.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bellwether.system.running.LocalSystem;
import dev.bellwether.system.running.Portfolio;
import dev.bellwether.system.running.RunningSystem;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningSystem.class)
class LockedDoorsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final LocalSystem system;

    LockedDoorsIT(LocalSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({"health,/v1/accounts", "alert,/v1/alerts", "alert,/v1/deliveries", "renewal,/v1/renewals"})
    void a_service_answers_nobody_without_a_token_of_its_own(String service, String path) {
        String url = system.local().url(service) + path;

        assertThat(status(given(), url)).isEqualTo(401);
        assertThat(status(bearer("nonsense"), url)).isEqualTo(401);
        assertThat(status(bearer(unsigned(system.local().manager())), url)).isEqualTo(401);
        assertThat(status(bearer(foreign(system.local().manager())), url)).isEqualTo(401);
        assertThat(status(bearer(system.local().writeKey()), url)).isEqualTo(401);
        assertThat(status(bearer(system.local().admin()), url)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "health", "alert", "renewal", "console"})
    void health_and_metrics_are_open_and_unknown_paths_are_not(String service) {
        String url = system.local().url(service);

        assertThat(status(given(), url + "/q/health/ready")).isEqualTo(200);
        assertThat(status(given(), url + "/q/metrics")).isEqualTo(200);
        assertThat(status(given().redirects().follow(false), url + "/v1/everything"))
                .isNotEqualTo(200);
    }

    @Test
    void a_customer_success_manager_sees_the_own_accounts_only() {
        List<Map.Entry<String, String>> csms = List.copyOf(system.local().csms().entrySet());
        Map.Entry<String, String> first = csms.get(0);
        Map.Entry<String, String> second = csms.get(1);
        system.producer()
                .send(List.of(
                        Happened.account("locked-first", "First", first.getKey()),
                        Happened.account("locked-second", "Second", second.getKey())));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(system.portfolio().account("locked-first")).isPresent();
            assertThat(system.portfolio().account("locked-second")).isPresent();
        });

        String accounts = system.local().url("health") + "/v1/accounts";
        assertThat(status(bearer(first.getValue()), accounts + "/locked-first")).isEqualTo(200);
        assertThat(status(bearer(first.getValue()), accounts + "/locked-second"))
                .isIn(403, 404);
        assertThat(names(first.getValue())).contains("First").doesNotContain("Second");
        assertThat(names(system.local().manager())).contains("First", "Second");
    }

    @Test
    void a_producer_with_a_wrong_write_key_or_none_is_turned_away() {
        String events = system.local().url("ingest") + "/v1/events";
        String track = system.local().url("ingest") + "/v1/track";
        Map<String, Object> event = Happened.usage("locked-out", "u", Instant.now());
        Map<String, Object> call = Map.of("userId", "u", "event", "e", "context", Map.of("groupId", "locked-out"));

        assertThat(post(given(), events, List.of(event))).isEqualTo(401);
        assertThat(post(bearer("wrong"), events, List.of(event))).isEqualTo(401);
        assertThat(post(bearer(system.local().manager()), events, List.of(event)))
                .isEqualTo(401);
        assertThat(post(given(), track, call)).isEqualTo(401);
        assertThat(post(given().auth().preemptive().basic("wrong", ""), track, call))
                .isEqualTo(401);
        assertThat(new Portfolio(system.local().url("health"), system.local().manager()).account("locked-out"))
                .isEmpty();
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static int status(RequestSpecification request, String url) {
        return request.get(url).statusCode();
    }

    private static int post(RequestSpecification request, String url, Object body) {
        return request.contentType("application/json").body(body).post(url).statusCode();
    }

    private List<String> names(String token) {
        return bearer(token)
                .get(system.local().url("health") + "/v1/accounts?limit=200&q=")
                .jsonPath()
                .getList("items.name");
    }

    /** The same claims, said to need no signature. */
    private static String unsigned(String token) {
        String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        return header + "." + token.split("\\.")[1] + ".";
    }

    /** The same claims with a signature that is not over them. */
    private static String foreign(String token) {
        String[] parts = token.split("\\.");
        String last = parts[2].endsWith("AAAA") ? "BBBB" : "AAAA";
        return parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 8) + last + last;
    }
}
