package dev.bellwether.local.command;

import dev.bellwether.local.home.Port;
import dev.bellwether.local.home.PortHolder;
import dev.bellwether.local.home.Ports;
import dev.bellwether.local.process.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Makes sure that ports are free before anything is started on them, and says by name which are not. */
final class PortCheck {

    private PortCheck() {}

    static void allFree(Ports ports) throws CommandFailed {
        refuse(taken(Arrays.asList(Port.values()), ports));
    }

    static void freeFor(Member member, Ports ports) throws CommandFailed {
        refuse(taken(member.ports(), ports));
    }

    private static List<String> taken(List<Port> wanted, Ports ports) {
        List<String> taken = new ArrayList<>();
        for (Port port : wanted) {
            int number = ports.of(port);
            if (PortHolder.taken(number)) {
                taken.add("port " + number + ", wanted for " + port.owner() + ", is taken" + holder(number)
                        + ": free it, or set " + port.variable() + " to another");
            }
        }
        return taken;
    }

    private static String holder(int number) {
        OptionalLong pid = PortHolder.pid(number);
        return pid.isPresent() ? " by process " + pid.getAsLong() : "";
    }

    private static void refuse(List<String> taken) throws CommandFailed {
        if (!taken.isEmpty()) {
            throw CommandFailed.because(String.join("\n", taken));
        }
    }
}
