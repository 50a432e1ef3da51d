package dev.bellwether.system.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for source files, and cannot be seen in classes. */
final class SourceRules {

    private static final Pattern TEST = Pattern.compile("^\\s*@(Parameterized|Repeated)?Test\\b", Pattern.MULTILINE);
    private static final Pattern ABSTRACT = Pattern.compile("^(public )?abstract class ", Pattern.MULTILINE);
    private static final Pattern SLEEP_OR_MOCK = Pattern.compile("Thread\\.sleep\\(|import (static )?org\\.mockito");

    private SourceRules() {}

    /** Folders with classes whose package is not introduced by a sentence, or not {@code @NullMarked}. */
    static List<Path> unintroduced(Path sources) {
        TreeSet<Path> folders = new TreeSet<>();
        javaFiles(sources).forEach(file -> folders.add(file.resolveSibling("")));
        return folders.stream().filter(folder -> !isIntroduced(folder)).toList();
    }

    /** Files with tests that the build silently leaves out because of their name; what is abstract runs in its heirs. */
    static List<Path> neverRun(Path tests) {
        return javaFiles(tests).stream()
                .filter(file -> !file.toString().matches(".*(Test|IT)\\.java"))
                .filter(file -> TEST.matcher(text(file)).find())
                .filter(file -> !ABSTRACT.matcher(text(file)).find())
                .toList();
    }

    /** Tests that wait without knowing for what, or talk to a pretended collaborator. */
    static List<Path> sleepingOrMocking(Path tests) {
        return javaFiles(tests).stream()
                .filter(file -> SLEEP_OR_MOCK.matcher(text(file)).find())
                .toList();
    }

    private static boolean isIntroduced(Path folder) {
        Path file = folder.resolve("package-info.java");
        String text = Files.exists(file) ? text(file) : "";
        return text.startsWith("/**") && text.contains("@NullMarked");
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
