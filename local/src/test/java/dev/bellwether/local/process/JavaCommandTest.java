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
    void every_process_begins_small_whatever_the_machine_has(Member member) {
        assertThat(new JavaCommand(member).line(HOME)).containsAnyOf("-Xms32m", "-Xms128m", "-Xms160m");
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
