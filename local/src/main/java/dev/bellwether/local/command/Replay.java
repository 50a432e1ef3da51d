package dev.bellwether.local.command;

import dev.bellwether.local.door.Delivery;
import dev.bellwether.local.door.IngestDoor;
import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Receipt;
import dev.bellwether.local.replay.DataSet;
import dev.bellwether.local.replay.UnreadableData;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code replay FOLDER}: sends the company of a folder of CSV files through the doors of ingest, at its own event times. */
final class Replay {

    private static final int SHOWN_REASONS = 10;
    // as the health-service keeps them unless bellwether.health.retention-days says otherwise
    private static final Duration RETENTION = Duration.ofDays(400);

    private Replay() {}

    static int run(Session session, Path folder) throws CommandFailed, IOException, InterruptedException {
        LocalJson local = LocalJson.read(session.home());
        Screen screen = session.screen();
        DataSet data = read(folder);
        data.missing().forEach(file -> screen.line("  " + file + " is missing: skipped"));
        List<Letter> foundation = data.foundation();
        List<Letter> history = data.history();
        long total = foundation.size() + (long) history.size();
        IngestDoor door = new IngestDoor(local.urls().ingest(), local.writeKey(), screen::line);
        try (Delivery delivery = new Delivery(door, sent -> screen.progress("replay", sent, total))) {
            Receipt receipt = delivery.send(foundation).and(delivery.send(history));
            summary(screen, total, receipt);
            sayWhatIsTooOld(screen, history);
            return receipt.refusals().isEmpty() ? 0 : 1;
        }
    }

    private static DataSet read(Path folder) throws CommandFailed, IOException {
        try {
            return DataSet.read(folder);
        } catch (UnreadableData e) {
            throw CommandFailed.because(e);
        }
    }

    /** What customers are and signed counts however old it is; what they did does not. */
    private static void sayWhatIsTooOld(Screen screen, List<Letter> history) {
        Instant kept = Instant.now().minus(RETENTION);
        long tooOld =
                history.stream().filter(letter -> letter.at().isBefore(kept)).count();
        if (tooOld > 0) {
            screen.line(String.format(
                    Locale.ROOT,
                    "%,d of them lie more than %d days back: the health-service counts them and leaves them out of figures",
                    tooOld,
                    RETENTION.toDays()));
        }
    }

    private static void summary(Screen screen, long total, Receipt receipt) {
        screen.line(String.format(
                Locale.ROOT,
                "sent %,d, accepted %,d, refused %,d",
                total,
                receipt.accepted(),
                receipt.refusals().size()));
        Map<String, Long> reasons = receipt.refusals().stream()
                .collect(Collectors.groupingBy(
                        refusal -> refusal.kind() + ": " + refusal.reason(), TreeMap::new, Collectors.counting()));
        reasons.entrySet().stream()
                .limit(SHOWN_REASONS)
                .forEach(reason -> screen.line("  " + reason.getValue() + " × " + reason.getKey()));
    }
}
