package dev.bellwether.alert.policy.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is told in turn as long as nobody acknowledges, by the judgement that decides it when the time comes. */
public final class Escalation {

    /** More of them lead nowhere. */
    private static final int MOST = 20;

    private Escalation() {}

    /** Somebody is told at that time. */
    public record Step(Instant at, Verdict.Tell tell) {}

    /**
     * What follows a message.
     *
     * @param told what was decided of it
     * @param at when that was, or when the digest was left to tell it
     * @return in order; whoever is away by then is not among them
     */
    public static List<Step> after(Case one, Verdict.Tell told, Circumstances circumstances, Instant at) {
        List<Step> steps = new ArrayList<>();
        Case before = one;
        Optional<Step> last = Optional.of(new Step(at, told));
        while (last.isPresent() && steps.size() < MOST) {
            before = heard(before, last.get());
            last = next(before, last.get(), circumstances);
            last.ifPresent(steps::add);
        }
        return List.copyOf(steps);
    }

    private static Case heard(Case one, Step last) {
        Verdict.Tell tell = last.tell();
        return one.with(one.progress()
                .heard(tell.heardBy())
                .told(one.alert().severity(), tell.person().email(), Optional.empty())
                .with(News.UNACKNOWLEDGED));
    }

    private static Optional<Step> next(Case one, Step last, Circumstances circumstances) {
        return last.tell()
                .route()
                .acknowledgeWithin()
                .map(within -> last.tell().person().calendar().afterWork(last.at(), within))
                .flatMap(deadline -> told(one, circumstances, deadline));
    }

    private static Optional<Step> told(Case one, Circumstances circumstances, Instant deadline) {
        Optional<Instant> at = Optional.of(deadline);
        for (int i = 0; i < MOST && at.isPresent(); i++) {
            Verdict verdict = Judge.of(one, circumstances, at.get());
            if (verdict instanceof Verdict.Tell tell) {
                return Optional.of(new Step(at.get(), tell));
            }
            at = verdict instanceof Verdict.Wait wait ? wait.until() : Optional.empty();
        }
        return Optional.empty();
    }
}
