package dev.bellwether.alert.policy.telling;

import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What a decision leaves to tell. */
public final class Progresses {

    private Progresses() {}

    /**
     * The progress of every alert that the decision touches, by alert.
     *
     * @param known how far each of them has come
     */
    public static Map<UUID, Progress> after(Decision decision, Function<UUID, Progress> known) {
        Map<UUID, Progress> after = new HashMap<>();
        switch (decision) {
            case Decision.Ignored ignored -> {}
            case Decision.Kept kept -> after.put(kept.alert().id(), kept(kept, known));
            case Decision.Returned back -> {
                Progress before = known.apply(back.ended());
                // an end that nobody has heard of yet is none
                Progress now = before.news() == News.OVER
                        ? before.with(News.NONE).worse(back.alert().severity())
                        : before.back(back.alert().severity(), back.quietUntil());
                after.put(back.ended(), before.ended());
                after.put(back.alert().id(), before.told().isEmpty() ? Progress.NOTHING.with(News.FIRST) : now);
            }
            case Decision.Opened opened -> after.put(opened.alert().id(), Progress.NOTHING.with(News.FIRST));
            case Decision.Escalated worse ->
                after.put(
                        worse.alert().id(),
                        known.apply(worse.alert().id()).worse(worse.alert().severity()));
            case Decision.Closed closed -> after.put(closed.alert().id(), closed(closed, known));
        }
        superseded(decision)
                .forEach(old -> after.put(old.id(), known.apply(old.id()).ended()));
        return after;
    }

    /** Where an alert goes on under another id, so does what is to be told of it. */
    private static Progress kept(Decision.Kept kept, Function<UUID, Progress> known) {
        Alert alert = kept.alert();
        Progress own = known.apply(carrier(alert, kept.superseded()));
        return alert.state().live() ? own : own.ended();
    }

    private static Progress closed(Decision.Closed closed, Function<UUID, Progress> known) {
        Progress before = known.apply(carrier(closed.alert(), closed.superseded()));
        boolean toTell = before.thoughtToStand() && !closed.tell().isEmpty();
        return toTell ? before.ended().with(News.OVER) : before.ended();
    }

    private static UUID carrier(Alert alert, List<Alert> superseded) {
        return superseded.stream()
                .filter(old -> old.thread().equals(alert.thread()))
                .max((one, other) -> one.since().compareTo(other.since()))
                .map(Alert::id)
                .orElseGet(alert::id);
    }

    private static List<Alert> superseded(Decision decision) {
        return switch (decision) {
            case Decision.Ignored ignored -> List.of();
            case Decision.Kept kept -> kept.superseded();
            case Decision.Returned returned -> List.of();
            case Decision.Opened opened -> opened.superseded();
            case Decision.Escalated escalated -> List.of();
            case Decision.Closed closed -> closed.superseded();
        };
    }
}
