package dev.bellwether.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule of the house with the packages it holds for and the wrong classes that it must catch.
 *
 * @param rule makes the rule for a package
 * @param wrong the package that breaks it on purpose
 * @param caught simple names of the classes in there that the rule must name
 */
record Law(String name, Function<String, ArchRule> rule, List<String> packages, String wrong, List<String> caught) {

    Law {
        packages = List.copyOf(packages);
        caught = List.copyOf(caught);
    }

    /** What breaks the law in these classes; an empty package breaks it too, for then nothing was looked at. */
    List<String> broken(JavaClasses classes, String one) {
        return rule.apply(one)
                .allowEmptyShould(false)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    @Override
    public String toString() {
        return name;
    }
}
