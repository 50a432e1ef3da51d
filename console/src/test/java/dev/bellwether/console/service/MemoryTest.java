package dev.bellwether.console.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void the_one_unused_for_longest_is_forgotten_first() {
        Memory<String, Integer> memory = new Memory<>(2);
        memory.put("a", 1, Instant.EPOCH);
        memory.put("b", 2, Instant.EPOCH);

        memory.get("a");
        memory.put("c", 3, Instant.EPOCH);

        assertThat(memory.get("a")).map(Memory.Kept::value).contains(1);
        assertThat(memory.get("b")).isEmpty();
        assertThat(memory.get("c")).isPresent();
    }
}
