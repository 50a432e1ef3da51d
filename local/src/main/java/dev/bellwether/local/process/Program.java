package dev.bellwether.local.process;

import dev.bellwether.local.home.Home;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/** What a process runs. */
public sealed interface Program {

    /** The memory for objects, in MiB. */
    int heap();

    /** What stands on the command line after the options of the JVM. */
    List<String> arguments(Home home);

    /** A class of this module, started on the class path of the launcher. */
    record Own(String mainClass, int heap) implements Program {

        @Override
        public List<String> arguments(Home home) {
            String classPath = absolute(System.getProperty("java.class.path", ""));
            return List.of(
                    "-cp",
                    classPath,
                    mainClass,
                    home.folder().toString(),
                    home.checkout().toString());
        }

        /** The child has another working directory. */
        private static String absolute(String classPath) {
            return String.join(
                    File.pathSeparator,
                    List.of(classPath.split(File.pathSeparator)).stream()
                            .map(entry -> Path.of(entry).toAbsolutePath().toString())
                            .toList());
        }
    }

    /** A service, packaged in its own folder. */
    record Packaged(String folder, int heap) implements Program {

        @Override
        public List<String> arguments(Home home) {
            return List.of("-jar", jar(home).toString());
        }

        /** Where its build puts it. */
        public Path jar(Home home) {
            return home.checkout()
                    .resolve(folder)
                    .resolve("target")
                    .resolve("quarkus-app")
                    .resolve("quarkus-run.jar");
        }
    }
}
