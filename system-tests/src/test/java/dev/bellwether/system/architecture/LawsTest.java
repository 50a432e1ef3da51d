package dev.bellwether.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LawsTest {

    private static final JavaClasses PRODUCTION = Modules.classes();
    private static final JavaClasses WRONG = Modules.wrongClasses();

    static Stream<Law> laws() {
        return Laws.all();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_law_holds(Law law) {
        for (String one : law.packages()) {
            assertThat(law.broken(PRODUCTION, one)).as("%s, in %s", law, one).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_law_bites(Law law) {
        List<String> broken = law.broken(WRONG, law.wrong());

        assertThat(law.caught())
                .allSatisfy(name ->
                        assertThat(broken).anySatisfy(line -> assertThat(line).contains("." + name)));
    }
}
