package dev.bellwether.alert.policy.telling;

import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far the telling of an alert has come.
 *
 * @param news what there is to tell
 * @param held why it is not told yet; empty when nobody has decided, or nothing is to be told
 * @param lookAt when it is decided again; empty: only when something new is known
 * @param told the severity that people know of; empty while nobody knows of it
 * @param toldTo e-mail of whoever answers for it now, told by a message or in the digest; empty while nobody does
 * @param quietUntil until when it is put off or cools down
 * @param heardBy e-mails of those who answered for it in turn, and in whose place they did, since it was as good as new
 * @param escalateAt when the next in line is told; empty: never
 */
public record Progress(
        News news,
        Optional<Why> held,
        Optional<Instant> lookAt,
        Optional<Severity> told,
        Optional<String> toldTo,
        Optional<Instant> quietUntil,
        Set<String> heardBy,
        Optional<Instant> escalateAt) {

    /** Nothing was told, and nothing is to be told. */
    public static final Progress NOTHING = new Progress(
            News.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty());

    public Progress {
        heardBy = Set.copyOf(heardBy);
    }

    /** These have heard of it, too. */
    Progress heard(Set<String> too) {
        Set<String> all = new HashSet<>(heardBy);
        all.addAll(too);
        return new Progress(news, held, lookAt, told, toldTo, quietUntil, all, escalateAt);
    }

    /** There is something to tell: to be decided now. What is as good as new goes along the whole line again. */
    public Progress with(News next) {
        Set<String> line = switch (next) {
            case WORSE, BACK, ASSIGNED -> Set.of();
            case NONE, FIRST, SNOOZE_OVER, UNACKNOWLEDGED, OVER -> heardBy;
        };
        return new Progress(next, Optional.empty(), Optional.empty(), told, toldTo, quietUntil, line, escalateAt);
    }

    /** Nothing more to tell, and nobody to wait for. */
    public Progress ended() {
        return new Progress(
                News.NONE,
                Optional.empty(),
                Optional.empty(),
                told,
                toldTo,
                Optional.empty(),
                heardBy,
                Optional.empty());
    }

    Progress quietUntil(Instant until) {
        return new Progress(news, held, lookAt, told, toldTo, Optional.of(until), heardBy, escalateAt);
    }

    private Progress loud() {
        return new Progress(news, held, lookAt, told, toldTo, Optional.empty(), heardBy, escalateAt);
    }

    /** It is more severe now. What nobody knows of is first news still, whatever held it back before. */
    Progress worse(Severity now) {
        if (told.isEmpty()) {
            return loud().with(News.FIRST);
        }
        return now.compareTo(told.get()) > 0 ? loud().with(News.WORSE) : this;
    }

    /** It came back: whoever knows that it was worse than it is now need not be told for a while. */
    Progress back(Severity now, Instant until) {
        return told.map(before -> now.compareTo(before) > 0).orElse(false)
                ? with(News.WORSE)
                : ended().with(News.BACK).quietUntil(until);
    }

    /** Whether people think that it stands. */
    boolean thoughtToStand() {
        return told.isPresent() && news != News.FIRST && news != News.BACK;
    }

    /** Somebody puts it off: at the end it is told again, and nobody else is told meanwhile. */
    public Progress snoozed(Instant until) {
        return new Progress(
                News.SNOOZE_OVER,
                Optional.of(Why.SNOOZED),
                Optional.of(until),
                told,
                toldTo,
                Optional.of(until),
                heardBy,
                Optional.empty());
    }

    /** Somebody was given it, and hears of it whatever was put off before. */
    public Progress assigned() {
        return loud().with(News.ASSIGNED);
    }

    /** Somebody is on it: nobody else is told, and what was put off is taken up. */
    public Progress acknowledged() {
        News left = news == News.OVER ? News.OVER : News.NONE;
        return new Progress(
                left, Optional.empty(), Optional.empty(), told, toldTo, Optional.empty(), heardBy, Optional.empty());
    }

    /** It was told to somebody, who answers for it until the time given. */
    Progress told(Severity severity, String to, Optional<Instant> next) {
        return new Progress(
                News.NONE,
                Optional.empty(),
                next,
                Optional.of(severity),
                Optional.of(to),
                Optional.empty(),
                heardBy,
                next);
    }

    /** It is not told now. */
    Progress held(Why why, Optional<Instant> until) {
        return new Progress(news, Optional.of(why), until, told, toldTo, quietUntil, heardBy, escalateAt);
    }

    /** Nobody is left to pass it on to; what only the digest tells stays there. */
    Progress nobodyLeft() {
        return told.isPresent() || toldTo.isEmpty() ? ended() : inDigest(Why.BUDGET, toldTo.get(), Optional.empty());
    }

    /** Only the digest of that person tells it. */
    Progress inDigest(Why why, String to, Optional<Instant> next) {
        return new Progress(News.NONE, Optional.of(why), next, told, Optional.of(to), Optional.empty(), heardBy, next);
    }
}
