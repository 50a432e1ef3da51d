package dev.bellwether.system.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the classes of a package may use and what never; each rule takes the package it is about. */
final class PackageRules {

    /** Parts of the JDK that reach outside the process or draw lots: a decision is made of values alone. */
    private static final DescribedPredicate<JavaClass> WORLD = resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.file..", "java.sql..", "javax.sql..", "java.util.logging..")
            .or(named(
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.random.RandomGenerator",
                    "java.security.SecureRandom",
                    "java.lang.System$Logger",
                    "java.lang.Thread"));

    /** Calls that ask the clock or draw lots although their classes are otherwise welcome. */
    private static final Set<String> ASKING = Set.of("now", "currentTimeMillis", "nanoTime", "random", "randomUUID");

    private PackageRules() {}

    /** A pure package is made of the JDK's values, contracts, and a library for maths or collections. */
    static ArchRule usesValuesOnly(String pure) {
        String[] allowed = {
            pure + "..",
            "java..",
            "org.jspecify.annotations..",
            "dev.bellwether.contracts..",
            "dev.bellwether.renewal.likelihood..", // pure itself
            "it.unimi.dsi.fastutil..",
            "org.apache.commons.statistics..",
            "org.apache.commons.numbers.."
        };
        return within(pure).should(onlyDependOnClassesThat(resideInAnyPackage(allowed)));
    }

    /** A pure package knows no file, socket, clock, logger or dice. */
    static ArchRule knowsNothingOfTheWorld(String pure) {
        return noClasses().that().resideInAPackage(pure + "..").should().dependOnClassesThat(WORLD);
    }

    /** A pure package does not ask what time it is. */
    static ArchRule asksNeitherClockNorDice(String pure) {
        return noClasses().that().resideInAPackage(pure + "..").should().callMethodWhere(asking());
    }

    /** What is said between services needs the JDK and a JSON tokenizer only. */
    static ArchRule usesJdkAndJsonTokensOnly(String contracts) {
        return within(contracts)
                .should(onlyDependOnClassesThat(resideInAnyPackage(
                        contracts + "..", "java..", "com.fasterxml.jackson.core..", "org.jspecify.annotations..")));
    }

    /** A package does not know these others. */
    static ArchRule knowsNothingOf(String one, List<String> others) {
        String[] forbidden = others.stream().map(other -> other + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(one + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden));
    }

    /** Of ours a package uses nothing but itself. */
    static ArchRule usesNothingOfOurs(String one) {
        DescribedPredicate<JavaClass> ours = resideInAnyPackage("dev.bellwether..")
                .and(DescribedPredicate.not(resideInAnyPackage(one + "..")))
                .as("belong to another module of Bellwether");
        return noClasses().that().resideInAPackage(one + "..").should().dependOnClassesThat(ours);
    }

    /** The web page reaches the system by HTTP: no broker, no database. */
    static ArchRule usesNeitherBrokerNorDatabase(String page) {
        return noClasses()
                .that()
                .resideInAPackage(page + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.smallrye.reactive.messaging..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "io.vertx.sqlclient..",
                        "io.vertx.pgclient..",
                        "io.vertx.mutiny.sqlclient.."));
    }

    /** Packages and classes are called by a noun of the domain. */
    static ArchRule isNamedForTheDomain(String one) {
        return classes()
                .that()
                .resideInAPackage(one + "..")
                .should()
                .haveNameNotMatching(".*\\.(common|util|utils|impl|dto|helper|misc)\\..*")
                .andShould()
                .haveNameNotMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)(\\$.*)?");
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction within(String one) {
        return classes().that().resideInAPackage(one + "..");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> asking() {
        return DescribedPredicate.describe("the target asks the clock or draws lots", call -> {
            AccessTarget.MethodCallTarget target = call.getTarget();
            return ASKING.contains(target.getName())
                    && target.getOwner().getPackageName().startsWith("java.");
        });
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        List<String> known = Arrays.asList(names);
        return DescribedPredicate.describe("is one of " + known, type -> known.contains(type.getName()));
    }
}
