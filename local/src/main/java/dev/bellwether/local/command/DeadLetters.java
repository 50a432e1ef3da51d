package dev.bellwether.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.settings.LocalJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code dead-letters list|show|replay}: what could not be understood, by the health service of the local run. */
final class DeadLetters {

    private static final int PAGE = 200;

    private final LetterDesk desk;
    private final Screen screen;

    private DeadLetters(LetterDesk desk, Screen screen) {
        this.desk = desk;
        this.screen = screen;
    }

    static int run(Session session, List<String> words) throws CommandFailed, IOException, InterruptedException {
        LetterOrder order = LetterOrder.of(words);
        LocalJson local = LocalJson.read(session.home());
        try (LetterDesk desk =
                new LetterDesk(local.urls().health(), local.tokens().ops())) {
            DeadLetters letters = new DeadLetters(desk, session.screen());
            return switch (order) {
                case LetterOrder.Listing listing -> letters.list(listing);
                case LetterOrder.Showing(String id) -> letters.show(id);
                case LetterOrder.Replaying(String id, boolean force) -> letters.replay(id, force);
                case LetterOrder.ReplayingAll all -> letters.replayAll(all);
            };
        }
    }

    private int list(LetterOrder.Listing listing) throws CommandFailed, InterruptedException {
        List<JsonNode> letters = new ArrayList<>();
        String cursor = "";
        do {
            int wanted = Math.min(PAGE, listing.limit() - letters.size());
            JsonNode page = desk.list(listing.filter(), wanted, cursor);
            page.path("items").forEach(letters::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty() && letters.size() < listing.limit());
        LetterTable.lines(letters).forEach(screen::line);
        if (letters.isEmpty()) {
            screen.line("no dead letters" + (listing.filter().isEmpty() ? "" : " match"));
        } else if (!cursor.isEmpty()) {
            screen.line("there are older ones: --limit " + listing.limit() * 2 + " shows more");
        }
        return 0;
    }

    private int show(String id) throws CommandFailed, InterruptedException {
        LetterTable.document(desk.show(id)).forEach(screen::line);
        return 0;
    }

    private int replay(String id, boolean force) throws CommandFailed, InterruptedException {
        JsonNode to = desk.replay(id, force).path("to");
        screen.line(String.format(
                Locale.ROOT,
                "%s was sent to %s, partition %d, offset %d",
                id,
                to.path("topic").asText(),
                to.path("partition").asInt(),
                to.path("offset").asLong()));
        screen.line("if it is still bad it becomes a new letter: ./bellwether dead-letters list");
        return 0;
    }

    private int replayAll(LetterOrder.ReplayingAll all) throws CommandFailed, InterruptedException {
        ReplayCounts counts = ReplayCounts.NONE;
        String cursor = "";
        do {
            JsonNode answer = desk.replayAll(all.filter(), all.force(), cursor);
            counts = counts.and(answer);
            cursor = answer.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        counts.lines().forEach(screen::line);
        return counts.leftBehind() == 0 ? 0 : 1;
    }
}
