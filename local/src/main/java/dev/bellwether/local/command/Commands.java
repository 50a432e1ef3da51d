package dev.bellwether.local.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds the command that the words ask for, and runs it. */
public final class Commands {

    private static final String HELP = """
            usage: ./bellwether COMMAND

              demo [--fresh] [--empty] [--detach]
                                  start everything on this machine and wait for Ctrl-C
                                    --fresh   forget all earlier data first
                                    --empty   without the synthetic company
                                    --detach  return when all is ready and leave it running
              status              how each process is doing
              stop [SERVICE]      stop one process, or all
              start SERVICE       start one that was stopped or killed
              replay FOLDER       send a folder of CSV files through the doors of ingest
              import KIND FILE    send a CSV file of accounts, users, contracts, invoices, tickets, usage or surveys;
                                  run again, it goes on where it stopped (import alone lists the options)
              map MAPPING SAMPLE  what a mapping of webhooks would make of a sample; nothing is sent
              dead-letters list|show ID|replay ID|replay --all
                                  what could not be understood: find it, look at it, send it again after a fix
                                    --reason TEXT  --origin TOPIC|DOOR  --account ID   which (list, replay --all)
                                    --limit N      at most so many (list; 20)
                                    --force        although it was replayed before (replay)
              test [MAVEN ARGS]   build everything and run all tests
              bench [NAME] [--events N] [--rounds N] [--anyway] [--profile]
                                  measure, and say whether the limits are kept
                                    NAME      all of health, ingest, system or renewal; or one of throughput,
                                              streams, crowd, day, restart, heap, channel, alert, batches, singles, today
                                    --profile leave a flight recording and say where the time went
              help                this page

            SERVICE is one of postgres, kafka, stand-ins, ingest, health, alert, renewal, console, company.
            Ports: BELLWETHER_PORT_CONSOLE, _INGEST, _HEALTH, _ALERT, _RENEWAL, _POSTGRES, _KAFKA,
            _SLACK_STAND_IN, _MAIL_STAND_IN, _SMTP. Data: .bellwether in the checkout, or BELLWETHER_HOME.
            A process must be ready within BELLWETHER_START_SECONDS, 120 when not set.""";

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
            case "help", "-h", "--help" -> {
                session.screen().line(HELP);
                yield 0;
            }
            case "import" -> Import.run(session, arguments);
            case "backtest" -> throw CommandFailed.usage(command + " is not available in this version");
            default -> throw CommandFailed.usage("there is no command " + command + "\n\n" + HELP);
        };
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
