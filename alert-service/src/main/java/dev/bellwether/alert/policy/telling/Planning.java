package dev.bellwether.alert.policy.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes a plan: judges every piece of news, puts together what belongs together, and rations what is told. */
final class Planning {

    /**
     * What an event or a person is to end is decided again then; what commits while something is just being held
     * back is not seen, so that it is looked at once in a while all the same.
     */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final Circumstances circumstances;
    private final Map<String, Usage> usage;
    private final Instant now;
    private final List<Parcel> parcels = new ArrayList<>();
    private final Map<UUID, Progress> progress = new HashMap<>();
    private final Map<UUID, Verdict> verdicts = new HashMap<>();
    private final Map<UUID, Verdict.Tell> own = new HashMap<>();

    Planning(Circumstances circumstances, Map<String, Usage> usage, Instant now) {
        this.circumstances = circumstances;
        this.usage = usage;
        this.now = now;
    }

    Plan plan(List<Judged> all) {
        Map<String, Map<Bundle, Parcel.Letter>> letters = new LinkedHashMap<>();
        Map<String, List<Parcel.Farewell>> ends = new LinkedHashMap<>();
        for (Judged judged : all) {
            Case one = judged.one();
            switch (judged.verdict()) {
                case Verdict.Tell tell
                when one.news() == News.OVER ->
                    ends.computeIfAbsent(tell.person().email(), email -> new ArrayList<>())
                            .add(new Parcel.Farewell(tell, List.of(one), false));
                case Verdict.Tell tell -> {
                    own.put(one.alert().id(), tell);
                    letters.computeIfAbsent(tell.person().email(), email -> new LinkedHashMap<>())
                            .merge(Bundle.of(one), new Parcel.Letter(tell, List.of(one)), Planning::together);
                }
                case Verdict other -> hold(one, other);
            }
        }
        ends.values().forEach(this::end);
        letters.forEach((email, bundles) -> ration(email, List.copyOf(bundles.values())));
        return new Plan(parcels, progress, verdicts);
    }

    /** What is told of an account to one person in one message. */
    private record Bundle(String account, boolean escalation, Optional<UUID> thread) {

        static Bundle of(Case one) {
            boolean known = one.news() != News.FIRST;
            return new Bundle(
                    one.accountId(),
                    one.news() == News.UNACKNOWLEDGED,
                    known ? Optional.of(one.alert().thread()) : Optional.empty());
        }
    }

    private static Parcel.Letter together(Parcel.Letter one, Parcel.Letter other) {
        List<Case> cases = new ArrayList<>(one.cases());
        cases.addAll(other.cases());
        boolean weightier =
                Case.BY_WEIGHT.compare(other.cases().getFirst(), one.cases().getFirst()) < 0;
        return new Parcel.Letter(weightier ? other.tell() : one.tell(), cases);
    }

    private void ration(String email, List<Parcel.Letter> letters) {
        Ration ration = Rationing.of(letters, usage.getOrDefault(email, Usage.NONE), circumstances.rhythm(), now);
        parcels.addAll(ration.leaving());
        ration.leaving().forEach(parcel -> parcel.cases().forEach(this::told));
        ration.waiting().forEach(wait -> wait.letter().cases().forEach(one -> hold(one, wait.verdict())));
        ration.beyondBudget().forEach(letter -> letter.cases().forEach(this::beyondBudget));
    }

    /** Ends ask nothing of anybody: many at once are told to nobody aloud. */
    private void end(List<Parcel.Farewell> farewells) {
        boolean quiet = farewells.size() > circumstances.rhythm().mostAtOnce();
        for (Parcel.Farewell farewell : farewells) {
            parcels.add(new Parcel.Farewell(farewell.tell(), farewell.cases(), quiet));
            for (Case one : farewell.cases()) {
                verdicts.put(one.alert().id(), farewell.tell());
                progress.put(one.alert().id(), one.progress().ended());
            }
        }
    }

    /** Whatever it is told together with, it is passed on by its own route. */
    private void told(Case one) {
        Verdict.Tell tell = own(one);
        verdicts.put(one.alert().id(), tell);
        progress.put(
                one.alert().id(),
                one.progress()
                        .heard(tell.heardBy())
                        .told(one.alert().severity(), tell.person().email(), deadline(one, tell)));
    }

    /** Only the digest tells it; what is passed on when nobody acknowledges it is passed on all the same. */
    private void beyondBudget(Case one) {
        Verdict.Tell tell = own(one);
        verdicts.put(one.alert().id(), new Verdict.InDigest(Why.BUDGET, tell.person()));
        progress.put(
                one.alert().id(),
                one.progress()
                        .heard(tell.heardBy())
                        .inDigest(Why.BUDGET, tell.person().email(), deadline(one, tell)));
    }

    private Verdict.Tell own(Case one) {
        return Objects.requireNonNull(own.get(one.alert().id()));
    }

    private Optional<Instant> deadline(Case one, Verdict.Tell tell) {
        return tell.route()
                .acknowledgeWithin()
                .filter(within -> one.alert().state().unattended())
                .map(within -> tell.person().calendar().afterWork(now, within));
    }

    private void hold(Case one, Verdict verdict) {
        verdicts.put(one.alert().id(), verdict);
        progress.put(one.alert().id(), held(one.progress(), verdict));
    }

    private Instant lookAt(Verdict.Wait wait) {
        boolean endedByHand = wait.why() == Why.SILENCED || wait.why() == Why.MAINTENANCE;
        Instant again = now.plus(LOOK_AGAIN);
        return wait.until()
                .filter(until -> !endedByHand || until.isBefore(again))
                .orElse(again);
    }

    private Progress held(Progress before, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Wait wait -> before.held(wait.why(), Optional.of(lookAt(wait)));
            case Verdict.InDigest digest ->
                before.inDigest(digest.why(), digest.person().email(), Optional.empty());
            case Verdict.Nobody nobody -> before.nobodyLeft();
            case Verdict.Tell tell -> before;
        };
    }
}
