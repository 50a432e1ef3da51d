package dev.bellwether.health.score.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsageDetailTest {

    private static final long ANN = 1;
    private static final long OURS = 2;
    private static final long EXPORT = 10;
    private static final long CONSOLE = 11;
    private static final long ONE = 1_000_000;

    private final LongSet everInternal = new LongOpenHashSet();
    private final UsageDetail detail = new UsageDetail(everInternal);

    @Test
    void without_internal_users_nothing_lacks_and_all_is_handed_over_to_be_saved() {
        detail.add(ANN, EXPORT, 5, ONE);

        assertThat(detail.isComplete()).isTrue();
        assertThat(detail.drain()).hasSize(1);
        assertThat(detail.drain()).isEmpty();
        assertThat(detail.isComplete()).isTrue();
    }

    @Test
    void what_was_saved_and_what_is_pending_count_once_each() {
        detail.add(OURS, CONSOLE, 5, ONE);
        List<Uses> saved = detail.drain();
        everInternal.add(OURS);
        detail.add(OURS, CONSOLE, 5, 2 * ONE);
        detail.add(OURS, CONSOLE, 5, 4 * ONE);
        assertThat(detail.isComplete()).isFalse();
        assertThatThrownBy(detail::drain).hasMessage("what internal users used must be completed first");

        detail.complete();
        saved.forEach(detail::load);
        detail.add(OURS, CONSOLE, 5, 8 * ONE);

        assertThat(volume()).isEqualTo(BigDecimal.valueOf(15));
        assertThat(detail.drain()).hasSize(1);
        assertThat(volume()).isEqualTo(BigDecimal.valueOf(15));
    }

    @Test
    void another_internal_user_makes_it_lack_again_and_figures_that_need_it_wait() {
        everInternal.add(OURS);
        detail.complete();
        detail.add(ANN, EXPORT, 5, ONE);
        everInternal.add(ANN);

        assertThatThrownBy(this::volume).hasMessage("what internal users used was not loaded");

        detail.complete();
        assertThat(detail.insiders().volume(5, 5, LongSet.of(ANN))).isEqualTo(BigDecimal.ONE);
        assertThat(detail.insiders().featuresOnlyOf(LongSet.of(ANN, OURS), 5, 5))
                .isOne();
    }

    private BigDecimal volume() {
        return detail.insiders().volume(5, 5, LongSet.of(OURS));
    }
}
