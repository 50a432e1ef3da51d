package dev.bellwether.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.benchmarks.NotMeasured;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    private static final String HISTOGRAM = """
            4711:
             num     #instances         #bytes  class name (module)
            -------------------------------------------------------
               1:         22410        1799848  [B (java.base@25)
               2:         21800         523200  java.lang.String (java.base@25)
               3:             5            120  dev.bellwether.Account
               4:             2        9000000  [Ljdk.internal.vm.FillerElement; (java.base@25)
            Total         44215        2323168
            """;

    @Test
    void bytes_are_read_class_by_class() throws NotMeasured {
        LiveHeap heap = LiveHeap.read(HISTOGRAM);

        assertThat(heap.bytes()).isEqualTo(2_323_168);
        assertThat(heap.byClass()).containsEntry("dev.bellwether.Account", 120L).hasSize(3);
    }

    @Test
    void what_the_collector_fills_its_gaps_with_is_not_live() throws NotMeasured {
        assertThat(LiveHeap.read(HISTOGRAM).byClass()).doesNotContainKey("[Ljdk.internal.vm.FillerElement;");
    }

    @Test
    void what_grew_is_told_with_the_most_first() {
        LiveHeap early = new LiveHeap(Map.of("A", 100L, "B", 50L));
        LiveHeap late = new LiveHeap(Map.of("A", 110L, "B", 40L, "C", 3_000L));

        assertThat(late.growthSince(early, 5)).containsExactly("3,000 bytes more of C", "10 bytes more of A");
    }

    @Test
    void an_answer_without_classes_is_no_heap() {
        assertThatThrownBy(() -> LiveHeap.read("4711:\nAttachNotSupported"))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("AttachNotSupported");
    }
}
