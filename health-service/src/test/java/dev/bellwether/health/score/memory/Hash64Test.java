package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hash64Test {

    @ParameterizedTest(name = "\"{0}\"")
    @CsvSource({
        "'', -780787492076525413",
        "a, 198367012849983736",
        "ann, -9180898818217349760",
        "user-1, -4280189891278413992",
        "user-2, 5743091460330268795",
        "Zoë, 7288075577237747274",
        "日本, 933996252952681151",
        "f3a1c2d4-0000-4000-8000-000000000001, 4706044325296394514",
    })
    void keys_are_part_of_the_storage_format_and_never_change(String text, long key) {
        assertThat(Hash64.of(text)).isEqualTo(key);
    }

    @Test
    void a_million_like_looking_ids_have_a_million_keys() {
        Random random = new Random(7);
        Stream<String> counted = IntStream.range(0, 500_000).mapToObj(i -> "user-" + i);
        Stream<String> numbers = IntStream.range(0, 250_000).mapToObj(Integer::toString);
        Stream<String> uuids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()).toString())
                .limit(250_000);
        LongSet keys = new LongOpenHashSet();
        Stream.of(counted, numbers, uuids).flatMap(ids -> ids).forEach(id -> keys.add(Hash64.of(id)));
        assertThat(keys).hasSize(1_000_000);
    }
}
