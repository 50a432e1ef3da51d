package dev.bellwether.system.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.bellwether.system.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes and the sources of the project's modules. */
final class Modules {

    /** Those with production code, in the order of the build. */
    static final List<String> NAMES = List.of(
            "contracts",
            "local",
            "messaging",
            "ingest-service",
            "health-service",
            "alert-service",
            "renewal-service",
            "console",
            "benchmarks");

    private Modules() {}

    /** The production classes of all modules that are built. */
    static JavaClasses classes() {
        List<Path> folders = new ArrayList<>();
        for (String name : NAMES) {
            folders.add(Checkout.path(name + "/target/classes"));
        }
        return new ClassFileImporter()
                .importPaths(folders.stream().filter(Files::isDirectory).toList());
    }

    /** The folders of production sources that exist. */
    static List<Path> sources() {
        return NAMES.stream()
                .map(name -> Checkout.path(name + "/src/main/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The folders of test sources that exist, these tests' own among them. */
    static List<Path> tests() {
        return Stream.concat(NAMES.stream(), Stream.of("system-tests"))
                .map(name -> Checkout.path(name + "/src/test/java"))
                .filter(Files::isDirectory)
                .toList();
    }

    /** The deliberately wrong classes among these tests. */
    static JavaClasses wrongClasses() {
        return new ClassFileImporter()
                .importPath(Checkout.path("system-tests/target/test-classes/dev/bellwether/system/wrong"));
    }
}
