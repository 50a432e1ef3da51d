package dev.bellwether.benchmarks.machine;

import dev.bellwether.benchmarks.Bench;
import dev.bellwether.benchmarks.NotMeasured;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the project, whose packaged services are measured. */
public final class Checkout {

    private Checkout() {}

    /** The nearest folder above this program that holds {@code mvnw}. */
    static Path folder() throws NotMeasured {
        try {
            Path program = Path.of(Bench.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path folder = program; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve("mvnw"))) {
                    return folder;
                }
            }
            throw new NotMeasured("no folder above " + program + " holds mvnw");
        } catch (URISyntaxException e) {
            throw new NotMeasured("cannot tell where this program lies", e);
        }
    }

    /** Refuses to go on when a service is not packaged. */
    public static void requirePackaged(String module) throws NotMeasured {
        Path jar = folder().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new NotMeasured(module + " is not built: ./mvnw package -DskipTests -pl " + module + " -am");
        }
    }
}
