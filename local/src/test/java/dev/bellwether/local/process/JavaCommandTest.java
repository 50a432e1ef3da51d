package dev.bellwether.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.local.home.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JavaCommandTest {

    private static final Home HOME = new Home(Path.of("home"), Path.of("checkout"));

    @ParameterizedTest
    @EnumSource
    void every_process_begins_small_whatever_the_machine_has_and_with_room_to_grow(Member member) {
        assertThat(megabytes(member, "-Xms")).isBetween(32, 160).isLessThan(megabytes(member, "-Xmx"));
    }

    @Test
    void what_is_fresh_at_the_doors_leaves_room_for_what_stays() {
        int stays = megabytes(Member.INGEST, "-Xmx") - megabytes(Member.INGEST, "-Xmn");

        assertThat(stays)
                .as("the producer's buffer, what is under way, users, the program")
                .isGreaterThan(64 + 32 + 56 + 50);
        assertThat(new JavaCommand(Member.INGEST).line(HOME))
                .contains("-XX:+UseParallelGC")
                .doesNotContain("-XX:+UseSerialGC");
    }

    private static int megabytes(Member member, String flag) {
        return new JavaCommand(member)
                .line(HOME).stream()
                        .filter(word -> word.startsWith(flag))
                        .map(word -> Integer.valueOf(word.substring(flag.length(), word.length() - 1)))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void none_may_grow_beyond_its_limit() {
        assertThat(new JavaCommand(Member.HEALTH).line(HOME)).contains("-Xmx768m");
        assertThat(new JavaCommand(Member.STAND_INS).line(HOME)).contains("-Xmx96m");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void only_what_goes_through_much_fresh_memory_has_it_in_large_pages() {
        assertThat(new JavaCommand(Member.INGEST).line(HOME)).contains("-XX:+UseTransparentHugePages");
        assertThat(new JavaCommand(Member.CONSOLE).line(HOME)).doesNotContain("-XX:+UseTransparentHugePages");
    }
}
