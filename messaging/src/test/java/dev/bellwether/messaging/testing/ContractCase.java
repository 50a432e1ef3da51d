package dev.bellwether.messaging.testing;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contract is worth, by the table that all services are held against.
 *
 * @param worth annual value in cents of EUR by day, empty where it does not count
 */
public record ContractCase(String name, List<ContractChanged> versions, NavigableMap<LocalDate, Optional<Long>> worth) {

    /** The account whose contract it is. */
    public static final String ACCOUNT = "acme";

    private static final String TABLE = "contract-cases.txt";

    /** All cases of the table. */
    public static Stream<ContractCase> all() {
        try (InputStream table = Objects.requireNonNull(ContractCase.class.getResourceAsStream(TABLE))) {
            return Arrays.stream(new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", -1))
                    .skip(1)
                    .map(ContractCase::read);
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    private static ContractCase read(String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<ContractChanged> versions = new ArrayList<>();
        NavigableMap<LocalDate, Optional<Long>> worth = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("=")) {
                for (String asked : line.substring(1).split("\\|", -1)) {
                    String[] words = asked.strip().split(" ", -1);
                    worth.put(
                            LocalDate.parse(words[0]),
                            words[1].equals("-") ? Optional.empty() : Optional.of(Long.valueOf(words[1])));
                }
            } else {
                versions.add(version(versions.size(), line.split(" ", -1)));
            }
        }
        return new ContractCase(lines.getFirst(), List.copyOf(versions), worth);
    }

    private static ContractChanged version(int number, String[] words) {
        Map<String, String> said = new HashMap<>();
        for (int i = 1; i < words.length; i += 2) {
            said.put(words[i], words[i + 1]);
        }
        return new ContractChanged(
                new Occurrence("v" + number, ACCOUNT, Instant.parse(words[0] + "T12:00:00Z")),
                "c-1",
                value(said, "kind", kind -> ContractKind.valueOf(kind.toUpperCase(Locale.ROOT))),
                value(said, "from", LocalDate::parse),
                value(said, "to", LocalDate::parse),
                value(said, "notice", Integer::valueOf),
                value(said, "renews", Boolean::valueOf),
                value(said, "lines", ContractCase::lines),
                number == 0 ? "EUR" : null,
                value(said, "status", status -> ContractStatus.valueOf(status.toUpperCase(Locale.ROOT))),
                value(said, "cancelledOn", LocalDate::parse),
                value(said, "renewal", ContractCase::lines),
                null);
    }

    private static List<ContractLine> lines(String amounts) {
        return Arrays.stream(amounts.split("\\+", -1))
                .map(amount -> new ContractLine("Suite", Long.parseLong(amount)))
                .toList();
    }

    private static <T> @Nullable T value(Map<String, String> said, String word, Function<String, T> reading) {
        String text = said.get(word);
        return text == null ? null : reading.apply(text);
    }

    @Override
    public String toString() {
        return name;
    }
}
