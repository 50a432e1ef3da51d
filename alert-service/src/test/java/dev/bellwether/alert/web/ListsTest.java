package dev.bellwether.alert.web;

import static dev.bellwether.alert.testing.Callers.manager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.bellwether.alert.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists come in pieces, and lists that somebody sends have an end. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ListsTest {

    private final String name = "list-" + UUID.randomUUID();

    @Test
    void people_come_in_pieces() {
        List<String> people =
                IntStream.range(0, 5).mapToObj(i -> name + i + "@example.com").toList();
        people.forEach(person -> say(person, "{}").then().statusCode(200));

        assertThat(all("/v1/people", "email")).isSorted().containsAll(people).doesNotHaveDuplicates();
    }

    @Test
    void silences_come_in_pieces_the_newest_first() {
        List<String> silences = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            silences.addFirst(manager()
                    .contentType("application/json")
                    .body("{\"account\": \"%s\", \"until\": \"2099-01-01T00:00:00Z\", \"reason\": \"a test\"}"
                            .formatted(name))
                    .post("/v1/silences")
                    .path("id"));
        }

        assertThat(all("/v1/silences", "id")).containsSubsequence(silences).doesNotHaveDuplicates();
        silences.forEach(
                silence -> manager().delete("/v1/silences/" + silence).then().statusCode(204));
    }

    private static List<String> all(String path, String field) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = manager()
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(path);
            List<String> items = page.path("items." + field);
            assertThat(items).hasSizeBetween(cursor.isEmpty() ? 0 : 1, 2);
            all.addAll(items);
            cursor = page.path("nextCursor");
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/people", "/v1/silences"})
    void a_piece_has_200_at_most_and_a_cursor_is_one_of_the_list(String path) {
        manager().queryParam("limit", 201).get(path).then().statusCode(400);
        manager().queryParam("cursor", "nonsense").get(path).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holidays", "channels"})
    void a_list_of_texts_has_an_end(String field) {
        String many = IntStream.range(0, 1_001).mapToObj(i -> "\"2026-12-25\"").collect(Collectors.joining(","));

        say(name + "@example.com", "{\"%s\": [%s]}".formatted(field, many))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/" + field)))
                .body("errors.detail", hasItem("must be a list of at most 1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+20260-12-25", "1999-12-31", "2100-01-01"})
    void a_day_is_one_with_which_one_can_reckon(String day) {
        say(name + "@example.com", "{\"holidays\": [\"%s\"]}".formatted(day))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/holidays/0")));
    }

    private static Response say(String person, String document) {
        return manager().contentType("application/json").body(document).put("/v1/people/" + person);
    }
}
