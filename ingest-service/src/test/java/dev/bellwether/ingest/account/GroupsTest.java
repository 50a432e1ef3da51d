package dev.bellwether.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroupsTest {

    private static final int NO_LIMIT = Integer.MAX_VALUE;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_ids_are_together_in_whatever_order_and_batches_they_were_linked(long seed) {
        Random random = new Random(seed);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < random.nextInt(30); i++) {
            links.add(new Link("u" + random.nextInt(20), "u" + random.nextInt(20)));
        }
        Set<Set<String>> expected = reachable(links);

        Collections.shuffle(links, random);
        Map<String, UUID> kept = new HashMap<>();
        for (int from = 0; from < links.size(); ) {
            int to = Math.min(links.size(), from + 1 + random.nextInt(5));
            keep(links.subList(from, to), kept, NO_LIMIT);
            from = to;
        }

        assertThat(together(kept)).isEqualTo(expected);
    }

    @Test
    void no_group_grows_beyond_the_limit_and_the_link_that_would_is_passed_over() {
        Map<String, UUID> kept = new HashMap<>();
        assertThat(keep(List.of(new Link("a", "b"), new Link("c", "d")), kept, 3))
                .isZero();
        assertThat(keep(List.of(new Link("b", "c"), new Link("d", "e")), kept, 3))
                .isOne();
        assertThat(together(kept)).containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("c", "d", "e"));
        assertThat(keep(List.of(new Link("e", "f")), kept, 3)).isOne();
        assertThat(kept).doesNotContainKey("f");
    }

    @Test
    void of_two_groups_the_larger_one_keeps_its_name() {
        UUID large = new UUID(0, 1);
        UUID small = new UUID(0, 2);
        Groups groups = new Groups(NO_LIMIT, UUID::randomUUID);
        groups.put("a", small, 2);
        groups.put("b", large, 3);
        groups.join(new Link("a", "b"));

        assertThat(groups.merged()).isEqualTo(Map.of(small, large));
        assertThat(groups.all()).containsExactlyInAnyOrder(small, large);
        assertThat(groups.added()).isEmpty();
        assertThat(groups.areAsStored()).isFalse();
    }

    @Test
    void what_is_together_or_would_be_too_many_needs_nothing_written() {
        Groups groups = new Groups(3, UUID::randomUUID);
        groups.put("a", new UUID(0, 1), 3);
        groups.put("b", new UUID(0, 1), 3);
        groups.join(new Link("a", "b"));
        groups.join(new Link("a", "c"));

        assertThat(groups.areAsStored()).isTrue();
        assertThat(groups.passedOver()).isOne();
        assertThat(groups.added()).isEmpty();
    }

    /** As the database keeps it; returns how many links were passed over. */
    private static int keep(List<Link> links, Map<String, UUID> kept, int limit) {
        Groups groups = new Groups(limit, UUID::randomUUID);
        for (Link link : links) {
            for (String id : List.of(link.one(), link.other())) {
                if (kept.containsKey(id)) {
                    groups.put(id, kept.get(id), Collections.frequency(kept.values(), kept.get(id)));
                }
            }
        }
        links.forEach(groups::join);
        kept.replaceAll((id, group) -> groups.merged().getOrDefault(group, group));
        kept.putAll(groups.added());
        return groups.passedOver();
    }

    private static Set<Set<String>> together(Map<String, UUID> kept) {
        return Set.copyOf(kept.keySet().stream()
                .collect(Collectors.groupingBy(kept::get, Collectors.toSet()))
                .values());
    }

    /** Another way to the same: sets that touch are united until none do. */
    private static Set<Set<String>> reachable(List<Link> links) {
        List<Set<String>> sets = new ArrayList<>();
        for (Link link : links) {
            Set<String> whole = new HashSet<>(List.of(link.one(), link.other()));
            List<Set<String>> apart = new ArrayList<>();
            for (Set<String> set : sets) {
                if (set.contains(link.one()) || set.contains(link.other())) {
                    whole.addAll(set);
                } else {
                    apart.add(set);
                }
            }
            apart.add(whole);
            sets = apart;
        }
        return sets.stream().filter(set -> set.size() > 1).collect(Collectors.toSet());
    }
}
