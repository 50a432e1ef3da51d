package dev.bellwether.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.system.Checkout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PomLawTest {

    static List<PomLaw> laws() {
        return PomLaw.all();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_module_has_only_what_it_may_use(PomLaw law) {
        Pom pom = Pom.read(Checkout.path(law.module() + "/pom.xml"));

        assertThat(law.broken(pom)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void every_module_rule_bites(PomLaw law) {
        Pom pom = Pom.read(Checkout.path("system-tests/src/test/resources/wrong-poms/" + law.wrong()));

        assertThat(law.broken(pom))
                .containsExactlyElementsOf(pom.dependencies())
                .isNotEmpty();
    }
}
