package dev.bellwether.system;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the project that these tests were started in. */
public final class Checkout {

    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Checkout() {}

    /** A file or folder of the project, whether it exists or not. */
    public static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    private static Path find(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds mvnw");
    }
}
