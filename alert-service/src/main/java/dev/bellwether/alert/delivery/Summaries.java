package dev.bellwether.alert.delivery;

import dev.bellwether.alert.message.Entry;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.message.Summary;
import dev.bellwether.alert.message.SummaryUpdate;
import dev.bellwether.alert.policy.Channel;
import dev.bellwether.alert.policy.Matter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What becomes of summaries when alerts that they are about end: what waits, or was given up and may be tried again,
 * says nothing of them, and what was sent is shown anew where it can be. Nobody is told aloud: an end asks nothing of
 * anybody, and a storm would end in another one.
 */
public final class Summaries {

    private final Threads threads;
    private final Predicate<Channel> edits;
    private final Instant now;

    /** @param edits whether what was sent on a channel can be shown anew */
    public Summaries(Threads threads, Predicate<Channel> edits, Instant now) {
        this.threads = threads;
        this.edits = edits;
        this.now = now;
    }

    /**
     * Has a summary show that alerts are over.
     *
     * @param thread of the summary
     * @param ended how each of them is shown now, by what it is about
     */
    public void end(UUID thread, Map<Matter, Entry> ended) {
        int revision = threads.nextRevision(thread);
        Map<String, DeliveryRow> newest = new LinkedHashMap<>();
        for (DeliveryRow row : threads.of(thread)) {
            if (row.revision == 1 && (row.waits() || row.is(DeliveryStatus.FAILED))) {
                row.summary().ifPresent(summary -> row.become(left(summary, ended)));
            } else if (edits.test(row.channel()) && (row.maybeRead() || row.waits())) {
                newest.put(row.channel + " " + row.address, row);
            }
        }
        newest.values().forEach(row -> row.summary().ifPresent(shown -> show(row, shown, revision, ended)));
    }

    private static Optional<Summary> left(Summary summary, Map<Matter, Entry> ended) {
        Set<UUID> listed = listed(summary, ended).keySet();
        return summary.without(listed, ended.size() - listed.size());
    }

    private void show(DeliveryRow row, Summary shown, int revision, Map<Matter, Entry> ended) {
        Map<UUID, Entry> listed = listed(shown, ended);
        if (listed.isEmpty()) {
            return;
        }
        var update = new SummaryUpdate(shown.with(listed));
        if (row.waits()) {
            row.content = MessageJson.write(update);
            return;
        }
        var recipient = MessageJson.recipient(row.recipient);
        Telling telling = Telling.shownAnew(row.threadId, revision, recipient.email(), now);
        threads.tell(telling, row.channel(), recipient, row.because, update);
    }

    /** What is listed goes on under the id that it was listed with: an alert may have another one by now. */
    private static Map<UUID, Entry> listed(Summary summary, Map<Matter, Entry> ended) {
        Map<UUID, Entry> listed = new LinkedHashMap<>();
        for (Entry entry : summary.entries()) {
            Contents.matter(entry.event())
                    .map(ended::get)
                    .ifPresent(end -> listed.put(entry.alert(), end.under(entry.alert())));
        }
        return listed;
    }
}
