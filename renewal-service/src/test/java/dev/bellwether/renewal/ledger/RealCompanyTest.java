package dev.bellwether.renewal.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.agreed.Stretches;
import dev.bellwether.local.replay.DataSet;
import dev.bellwether.renewal.retention.Customer;
import dev.bellwether.renewal.retention.Line;
import dev.bellwether.renewal.retention.Movement;
import dev.bellwether.renewal.retention.Sum;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contracts of a company made by others, replayed as events, against a count straight from its files. */
class RealCompanyTest {

    private static final Path FOLDER = Path.of("..", "system-tests", "src", "test", "resources", "b2b-saas-250");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<Booked> LEDGER = new ArrayList<>();
    private static PlainCompany files = new PlainCompany(List.of());

    @BeforeAll
    static void its_contracts_are_booked() throws Exception {
        files = PlainCompany.read(FOLDER);
        Map<String, List<ContractChanged>> contracts = DataSet.read(FOLDER)
                .letters()
                .filter(letter -> letter.kind().equals("bellwether.contract"))
                .map(letter -> version(letter.json()))
                .collect(Collectors.groupingBy(version -> version.accountId() + ' ' + version.contractId()));
        contracts
                .values()
                .forEach(versions -> Stretches.of(versions, ZoneOffset.UTC, null)
                        .forEach(stretch -> LEDGER.add(new Booked(
                                versions.getFirst().accountId(),
                                versions.getFirst().contractId(),
                                stretch))));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2024-06-01, 2024-12-31",
        "2025-01-01, 2025-12-31",
        "2025-01-01, 2025-01-31",
        "2025-04-01, 2025-06-30",
        "2025-03-10, 2025-09-17",
        "2025-07-01, 2026-06-30",
        "2026-01-01, 2026-03-31",
        "2026-06-01, 2026-06-30"
    })
    void agrees_with_its_files_to_the_cent(LocalDate from, LocalDate to) {
        assertThat(ledger(from, to)).isNotEmpty().isEqualTo(files.figures(from, to));
    }

    private static Map<String, List<String>> ledger(LocalDate from, LocalDate to) {
        List<Line> lines = Lines.of(
                LEDGER.stream()
                        .filter(row -> !row.stretch().from().isAfter(to)
                                && !row.stretch().to().isBefore(from.minusDays(1))),
                from,
                to);
        Set<Customer> before = LEDGER.stream()
                .filter(row -> row.stretch().to().isBefore(from.minusDays(1)))
                .map(row -> new Customer(row.accountId(), row.stretch().currency()))
                .collect(Collectors.toSet());
        Map<String, List<String>> figures = new TreeMap<>();
        new Answer(lines, before, Map.of()).parts().forEach((part, retention) -> {
            List<String> some = new ArrayList<>(List.of(
                    "opening " + retention.opening().accounts() + " "
                            + retention.opening().arr(),
                    "closing " + retention.closing().accounts() + " "
                            + retention.closing().arr()));
            for (Movement movement : Movement.values()) {
                Sum sum = retention.movements().getOrDefault(movement, Sum.NONE);
                some.add(movement.word() + " " + sum.accounts() + " " + sum.arr());
            }
            some.add("GRR " + retention.cohort().grr());
            some.add("NRR " + retention.cohort().nrr());
            some.add("logos " + retention.cohort().logo());
            figures.put(part.currency(), some);
        });
        return figures;
    }

    private static ContractChanged version(String json) {
        try {
            JsonNode event = JSON.readTree(json);
            var envelope = new Envelope(
                    event.get("id").asText(),
                    event.get("source").asText(),
                    event.get("type").asText(),
                    event.get("subject").asText(),
                    Instant.parse(event.get("time").asText()),
                    event.get("data").toString().getBytes(UTF_8));
            return switch (Codec.read(envelope)) {
                case Reading.Understood<Event>(ContractChanged version) -> version;
                case Reading<Event> other -> throw new AssertionError(other);
            };
        } catch (java.io.IOException e) {
            throw new AssertionError(json, e);
        }
    }
}
