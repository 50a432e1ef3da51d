package dev.bellwether.health.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 3, 12, 100})
    void records_belong_where_kafkas_own_producer_puts_them(int partitions) {
        Placement placement = new Placement(partitions);
        Random random = new Random(partitions);
        for (int i = 0; i < 1_000; i++) {
            String account = random.ints(1 + random.nextInt(40), 'ä' - 200, 'ä' + 200)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(placement.of(account))
                    .as(account)
                    .isEqualTo(BuiltInPartitioner.partitionForKey(account.getBytes(UTF_8), partitions));
        }
    }

    /** Written down, so that no upgrade moves accounts unnoticed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"acme, 0", "globex, 7", "Müller & Söhne, 1"})
    void an_account_stays_where_it_was(String account, int partition) {
        assertThat(new Placement(12).of(account)).isEqualTo(partition);
    }
}
