package dev.bellwether.local.home;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** The ports of one local run. */
public record Ports(Map<Port, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
        Set<Integer> taken = new HashSet<>();
        for (Port port : Port.values()) {
            Integer number = numbers.get(port);
            if (number == null || number < 1 || number > 65535) {
                throw new IllegalArgumentException(port.variable() + " is not a port from 1 to 65535: " + number);
            }
            if (!taken.add(number)) {
                throw new IllegalArgumentException("port " + number + " of " + port.owner() + " is used twice");
            }
        }
    }

    /**
     * The usual ports, changed by the variables that are set.
     *
     * @throws IllegalArgumentException when a variable holds no port or two hold the same; names the variable
     */
    public static Ports of(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String wanted = environment.getOrDefault(port.variable(), "");
            numbers.put(port, wanted.isBlank() ? port.usual() : number(port, wanted));
        }
        return new Ports(numbers);
    }

    /** The ports that this home was last started with; the environment's when it never was. */
    public static Ports saved(Home home, Map<String, String> environment) {
        if (!Files.exists(home.ports())) {
            return of(environment);
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(home.ports())));
            Map<String, String> known = new HashMap<>();
            properties.forEach((key, value) -> known.put(String.valueOf(key), String.valueOf(value)));
            return of(known);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home.ports(), e);
        }
    }

    /** Remembers these ports for the commands that come later. */
    public void save(Home home) throws IOException {
        PrivateFile.write(
                home.ports(),
                numbers.entrySet().stream()
                        .map(entry -> entry.getKey().variable() + "=" + entry.getValue() + "\n")
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** The number of one port. */
    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    /** The address of an HTTP service, without a slash at its end. */
    public String url(Port port) {
        return "http://" + address(port);
    }

    /** Host and port. */
    public String address(Port port) {
        return "localhost:" + of(port);
    }

    private static int number(Port port, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(port.variable() + " is not a port from 1 to 65535: " + text, e);
        }
    }
}
