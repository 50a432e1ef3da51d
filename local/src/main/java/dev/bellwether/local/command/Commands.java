package dev.bellwether.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Finds the command that the words ask for, and runs it. */
public final class Commands {

    private Commands() {}

    /**
     * Runs one command.
     *
     * @param words the command and its arguments
     * @return the exit code of a command that came to its end
     * @throws CommandFailed when it did not
     */
    public static int run(Session session, List<String> words) throws CommandFailed, IOException, InterruptedException {
        String command = words.isEmpty() ? "help" : words.getFirst();
        List<String> arguments = words.isEmpty() ? List.of() : words.subList(1, words.size());
        return switch (command) {
            case "demo" -> new Demo(session, DemoOptions.of(arguments)).run();
            case "stop" -> Stop.run(session, atMostOne(command, arguments));
            case "start" -> Start.run(session, exactlyOne(command, "SERVICE", arguments));
            case "status" -> {
                none(command, arguments);
                yield Status.run(session);
            }
            case "replay" -> Replay.run(session, Path.of(exactlyOne(command, "FOLDER", arguments)));
            case "map" -> MapSample.run(session, arguments);
            case "dead-letters" -> DeadLetters.run(session, arguments);
            case "help" -> {
                session.screen().line(help());
                yield 0;
            }
            case "import" -> Import.run(session, arguments);
            default -> throw CommandFailed.usage("there is no command " + command + "\n\n" + help());
        };
    }

    /** What the launcher prints by itself, so that nothing need be built to read it. */
    private static String help() throws IOException {
        try (InputStream text = Commands.class.getResourceAsStream("/help.txt")) {
            return new String(Objects.requireNonNull(text, "help.txt").readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void none(String command, List<String> arguments) throws CommandFailed {
        if (!arguments.isEmpty()) {
            throw CommandFailed.usage(command + " takes no arguments: " + String.join(" ", arguments));
        }
    }

    private static List<String> atMostOne(String command, List<String> arguments) throws CommandFailed {
        if (arguments.size() > 1) {
            throw CommandFailed.usage(command + " takes one name at most: " + String.join(" ", arguments));
        }
        return arguments;
    }

    private static String exactlyOne(String command, String what, List<String> arguments) throws CommandFailed {
        if (arguments.size() != 1) {
            throw CommandFailed.usage("usage: ./bellwether " + command + " " + what);
        }
        return arguments.getFirst();
    }
}
