package dev.bellwether.local.company;

import dev.bellwether.local.home.Home;
import dev.bellwether.local.home.PrivateFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;

/**
 * What a data folder remembers of its synthetic company.
 *
 * @param begun when it was first sent; its stories are told as of that day
 * @param sentUntil what happened before has been sent; {@link Instant#EPOCH} until its past has arrived
 */
public record CompanyFile(long seed, Instant begun, Instant sentUntil) {

    private static final long SEED = 60;

    /** A company that begins now. */
    public static CompanyFile begunAt(Instant now) {
        return new CompanyFile(SEED, now, Instant.EPOCH);
    }

    /** That of this home, if it has one. */
    public static Optional<CompanyFile> in(Home home) throws IOException {
        if (!Files.exists(home.company())) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(home.company())));
        return Optional.of(new CompanyFile(
                Long.parseLong(properties.getProperty("seed", "")),
                Instant.parse(properties.getProperty("begun", "")),
                Instant.parse(properties.getProperty("sent-until", ""))));
    }

    /** Remembers it in this home. */
    public void write(Home home) throws IOException {
        PrivateFile.write(home.company(), "seed=" + seed + "\nbegun=" + begun + "\nsent-until=" + sentUntil + "\n");
    }

    /** The company itself. */
    public Company company() {
        return Company.of(seed, begun.atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** Where its past begins. */
    public Instant begin() {
        return begun.minus(Duration.ofDays(Company.HISTORY_DAYS));
    }

    /** Whether its past has arrived at ingest. */
    public boolean arrived() {
        return !sentUntil.equals(Instant.EPOCH);
    }

    /** The same after its past has arrived. */
    public CompanyFile withArrival() {
        return new CompanyFile(seed, begun, begun);
    }

    CompanyFile withSentUntil(Instant instant) {
        return new CompanyFile(seed, begun, instant);
    }
}
