package dev.bellwether.local.command;

import java.util.List;

/**
 * How the demo was asked to run.
 *
 * @param fresh forget all earlier data
 * @param empty without the synthetic company
 * @param detach return when all is ready
 */
record DemoOptions(boolean fresh, boolean empty, boolean detach) {

    static DemoOptions of(List<String> arguments) throws CommandFailed {
        for (String argument : arguments) {
            if (!List.of("--fresh", "--empty", "--detach").contains(argument)) {
                throw CommandFailed.usage("demo does not know " + argument + "; it knows --fresh, --empty, --detach");
            }
        }
        return new DemoOptions(
                arguments.contains("--fresh"), arguments.contains("--empty"), arguments.contains("--detach"));
    }
}
