package dev.bellwether.ingest.segment;

import static dev.bellwether.ingest.testing.TestSources.WEB_KEY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.testing.Log;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ids that calls join, over several of them, in whatever order the calls come. */
@QuarkusTest
class LinkTest {

    @Test
    void events_of_a_visitor_find_the_account_over_two_links_in_each_of_the_orders_of_four_calls() {
        Map<String, String> seen = new TreeMap<>();
        Map<String, String> named = new TreeMap<>();
        for (int order = 0; order < 24; order++) {
            String name = "chain-" + order;
            List<String> calls = List.of(
                    call("track", "%1$s-seen", "'anonymousId':'%1$s-visitor','event':'Seen'"),
                    call("identify", "%1$s-named", "'userId':'%1$s-temporary','anonymousId':'%1$s-visitor'"),
                    call("alias", "%1$s-renamed", "'userId':'%1$s-final','previousId':'%1$s-temporary'"),
                    call("group", "%1$s-told", "'userId':'%1$s-final','groupId':'%1$s-account'"));
            inOrder(order, calls).forEach(one -> send(one.formatted(name)));
            seen.put(name + "-seen", name + "-account");
            named.put(name + "-named", name + "-account");
        }

        assertThat(Log.accounts(Topic.USAGE_EVENTS, seen.keySet())).isEqualTo(seen);
        assertThat(Log.accounts(Topic.ACCOUNT_EVENTS, named.keySet())).isEqualTo(named);
    }

    @Test
    void a_user_with_several_devices_has_the_account_that_any_of_them_tells() {
        Map<String, String> used = new TreeMap<>();
        for (int seed = 0; seed < 20; seed++) {
            String name = "devices-" + seed;
            List<String> calls = new ArrayList<>(List.of(
                    call("identify", "%1$s-first", "'userId':'%1$s-user','anonymousId':'%1$s-phone'"),
                    call("identify", "%1$s-second", "'userId':'%1$s-user','anonymousId':'%1$s-laptop'"),
                    call("track", "%1$s-a", "'anonymousId':'%1$s-laptop','event':'A'"),
                    call("track", "%1$s-b", "'userId':'%1$s-user','event':'B'"),
                    call("group", "%1$s-told", "'anonymousId':'%1$s-phone','groupId':'%1$s-account'")));
            Collections.shuffle(calls, new Random(seed));
            calls.forEach(one -> send(one.formatted(name)));
            used.put(name + "-a", name + "-account");
            used.put(name + "-b", name + "-account");
        }

        assertThat(Log.accounts(Topic.USAGE_EVENTS, used.keySet())).isEqualTo(used);
    }

    @Test
    void what_waits_goes_to_the_newest_account_that_a_batch_tells_in_whatever_order_of_its_calls() {
        Map<String, String> used = new TreeMap<>();
        for (int order = 0; order < 6; order++) {
            String name = "told-" + order;
            send(call("identify", "%1$s-first", "'userId':'%1$s-user','anonymousId':'%1$s-phone'")
                    .formatted(name));
            send(call("track", "%1$s-seen", "'userId':'%1$s-user','event':'A'").formatted(name));
            String at = "'timestamp':'2026-03-01T10:00:0%d.000Z'";
            send(String.join(
                            ",",
                            inOrder(
                                    order,
                                    List.of(
                                            call(
                                                    "group",
                                                    "%1$s-new",
                                                    "'userId':'%1$s-other','groupId':'%1$s-new'," + at.formatted(9)),
                                            call(
                                                    "identify",
                                                    "%1$s-joined",
                                                    "'userId':'%1$s-other','anonymousId':'%1$s-phone'"),
                                            call(
                                                    "group",
                                                    "%1$s-old",
                                                    "'anonymousId':'%1$s-phone','groupId':'%1$s-old',"
                                                            + at.formatted(1)))))
                    .formatted(name));
            used.put(name + "-seen", name + "-new");
        }

        assertThat(Log.accounts(Topic.USAGE_EVENTS, used.keySet())).isEqualTo(used);
    }

    @Test
    void a_call_that_tells_the_account_of_two_ids_joins_them_too() {
        Map<String, String> used = new TreeMap<>();
        for (String type : List.of("group", "identify")) {
            String name = "both-" + type;
            send(call("alias", "%1$s-alias", "'userId':'%1$s-user','previousId':'%1$s-phone'")
                    .formatted(name));
            String told = type.equals("group") ? "'groupId':'%1$s-first'" : "'traits':{'company':{'id':'%1$s-first'}}";
            send(call(type, "%1$s-told", "'userId':'%1$s-user','anonymousId':'%1$s-laptop'," + told)
                    .formatted(name));
            send(call("group", "%1$s-newer", "'anonymousId':'%1$s-laptop','groupId':'%1$s-newer'")
                    .formatted(name));
            send(call("track", "%1$s-later", "'anonymousId':'%1$s-phone','event':'B'")
                    .formatted(name));
            used.put(name + "-later", name + "-newer");
        }

        assertThat(Log.accounts(Topic.USAGE_EVENTS, used.keySet())).isEqualTo(used);
    }

    /** One of all orders, by its number. */
    private static List<String> inOrder(int number, List<String> calls) {
        List<String> left = new ArrayList<>(calls);
        List<String> ordered = new ArrayList<>();
        for (int rest = number; !left.isEmpty(); rest /= left.size() + 1) {
            ordered.add(left.remove(rest % left.size()));
        }
        return ordered;
    }

    private static String call(String type, String id, String rest) {
        return ("{'type':'" + type + "','messageId':'" + id + "'," + rest + "}").replace('\'', '"');
    }

    private static void send(String call) {
        given().auth()
                .preemptive()
                .basic(WEB_KEY, "")
                .body("{\"batch\":[" + call + "]}")
                .post("/v1/batch")
                .then()
                .statusCode(200);
    }
}
