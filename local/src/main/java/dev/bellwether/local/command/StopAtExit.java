package dev.bellwether.local.command;

import dev.bellwether.local.process.Crew;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops all members when this process ends, whether by Ctrl-C, by a closed terminal or by an error; unless disarmed. */
final class StopAtExit {

    private final AtomicBoolean armed = new AtomicBoolean(true);

    private StopAtExit() {}

    static StopAtExit armed(Crew crew, Screen screen) {
        StopAtExit stop = new StopAtExit();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.stop(crew, screen)));
        return stop;
    }

    /** From now on the members outlive this process. */
    void disarm() {
        armed.set(false);
    }

    private void stop(Crew crew, Screen screen) {
        if (!armed.get() || crew.running().isEmpty()) {
            return;
        }
        crew.refuseLaunches();
        screen.line("stopping …");
        try {
            Stop.all(crew, screen);
        } catch (IOException e) {
            screen.line("not everything could be stopped (" + e.getMessage() + "): ./bellwether status");
        }
    }
}
