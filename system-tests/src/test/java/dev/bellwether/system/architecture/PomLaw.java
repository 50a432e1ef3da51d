package dev.bellwether.system.architecture;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a module can use because its {@code pom.xml} has it, and cannot use because it is absent there.
 *
 * @param ours names of the modules it may use
 * @param others which libraries it may use
 * @param wrong a {@code pom.xml} among the test resources that breaks the law on purpose
 */
record PomLaw(String module, Set<String> ours, Predicate<Pom.Artifact> others, String wrong) {

    private static final Predicate<Pom.Artifact> ANYTHING = artifact -> true;
    private static final Pattern BROKER_OR_DATABASE =
            Pattern.compile(".*(kafka|messaging|postgres|pg-client|hibernate|flyway|jdbc|agroal).*");

    /** The laws of all modules. */
    static List<PomLaw> all() {
        return List.of(
                new PomLaw(
                        "contracts",
                        Set.of(),
                        artifact -> artifact.toString().equals("com.fasterxml.jackson.core:jackson-core"),
                        "contracts.xml"),
                new PomLaw("local", Set.of(), PomLaw::isNoQuarkus, "local.xml"),
                new PomLaw("messaging", Set.of("contracts"), ANYTHING, "service.xml"),
                service("ingest-service"),
                service("health-service"),
                service("alert-service"),
                service("renewal-service"),
                new PomLaw("console", Set.of(), PomLaw::isNeitherBrokerNorDatabase, "console.xml"),
                new PomLaw("benchmarks", Set.of("local"), PomLaw::isNoQuarkus, "service.xml"),
                new PomLaw("system-tests", Set.of(), artifact -> false, "service.xml"));
    }

    private static PomLaw service(String module) {
        return new PomLaw(module, Set.of("contracts", "messaging"), ANYTHING, "service.xml");
    }

    /** The dependencies that the law forbids. */
    List<Pom.Artifact> broken(Pom pom) {
        return pom.dependencies().stream()
                .filter(artifact -> artifact.isOurs() ? !ours.contains(artifact.name()) : !others.test(artifact))
                .toList();
    }

    private static boolean isNoQuarkus(Pom.Artifact artifact) {
        return !artifact.group().startsWith("io.quarkus");
    }

    private static boolean isNeitherBrokerNorDatabase(Pom.Artifact artifact) {
        return !BROKER_OR_DATABASE.matcher(artifact.name()).matches();
    }

    @Override
    public String toString() {
        return module;
    }
}
