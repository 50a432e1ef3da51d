package dev.bellwether.local;

import dev.bellwether.local.command.CommandFailed;
import dev.bellwether.local.command.Commands;
import dev.bellwether.local.command.Screen;
import dev.bellwether.local.command.Session;
import dev.bellwether.local.home.Home;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * The command line of Bellwether. Exits with 0 when the command did what it says, 1 when something went wrong, 2 when the
 * command was not understood.
 */
public final class Bellwether {

    private Bellwether() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> words) {
        boolean terminal = Boolean.getBoolean("bellwether.terminal");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path checkout = Path.of(System.getProperty("bellwether.checkout", "."));
        try {
            Session session =
                    new Session(Home.of(System.getenv(), checkout), System.getenv(), new Screen(out, terminal));
            return Commands.run(session, words);
        } catch (CommandFailed e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (IOException | IllegalArgumentException e) {
            System.err.println("bellwether: " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
