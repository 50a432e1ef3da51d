package dev.bellwether.local.command;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Crew;
import dev.bellwether.local.process.Member;
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

    Crew crew() {
        return new Crew(home, ports());
    }

    Member member(String name) throws CommandFailed {
        return Member.named(name)
                .orElseThrow(() -> CommandFailed.usage("there is no " + name + "; there are: " + Member.names()));
    }
}
