package dev.bellwether.local.command;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
import java.time.Duration;
import java.util.Map;

/** What every command works with. */
public record Session(Home home, Map<String, String> environment, Screen screen) {

    public Session {
        environment = Map.copyOf(environment);
    }

    /** The ports that this home was last started with. */
    Ports ports() {
        return Ports.saved(home, environment);
    }

    Crew crew() throws CommandFailed {
        return crew(ports());
    }

    Crew crew(Ports ports) throws CommandFailed {
        return new Crew(home, ports, patience());
    }

    /** How long a process may take until it is ready. */
    private Duration patience() throws CommandFailed {
        String seconds = environment.getOrDefault("BELLWETHER_START_SECONDS", "120");
        try {
            return Duration.ofSeconds(Integer.parseInt(seconds));
        } catch (NumberFormatException e) {
            throw CommandFailed.usage("BELLWETHER_START_SECONDS is not a number of seconds: " + seconds);
        }
    }

    Member member(String name) throws CommandFailed {
        return Member.named(name)
                .orElseThrow(() -> CommandFailed.usage("there is no " + name + "; there are: " + Member.names()));
    }
}
