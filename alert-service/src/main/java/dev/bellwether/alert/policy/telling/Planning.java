package dev.bellwether.alert.policy.telling;

import dev.bellwether.contracts.Severity;
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
import java.util.stream.Collectors;

/** Makes a plan: judges every piece of news, puts together what belongs together, and rations what is told. */
final class Planning {

    private static final int URGENT_FACTOR = 2;

    /**
     * What an event is to end is decided again at that event; one that commits while something is just being held
     * back does not see it, so that it is looked at once in a while all the same.
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
        for (Judged judged : all) {
            Case one = judged.one();
            switch (judged.verdict()) {
                case Verdict.Tell tell
                when one.news() == News.OVER -> send(new Parcel.Farewell(tell, List.of(one)), one, tell);
                case Verdict.Tell tell -> {
                    own.put(one.alert().id(), tell);
                    letters.computeIfAbsent(tell.person().email(), email -> new LinkedHashMap<>())
                            .merge(Bundle.of(one), new Parcel.Letter(tell, List.of(one)), Planning::together);
                }
                case Verdict other -> hold(one, other);
            }
        }
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

    /** Not more than anybody reads: in a moment, and in a week. */
    private void ration(String email, List<Parcel.Letter> letters) {
        Usage used = usage.getOrDefault(email, Usage.NONE);
        int most = circumstances.rhythm().mostAtOnce();
        if (used.summarised().isPresent()) {
            afterSummary(letters, used.summarised().get(), used);
        } else if (letters.size() > most) {
            summarise(letters, used);
        } else {
            oneByOne(letters, used);
        }
    }

    private void afterSummary(List<Parcel.Letter> letters, Instant since, Usage used) {
        Map<Boolean, List<Parcel.Letter>> byUrgency = letters.stream().collect(Collectors.partitioningBy(this::exempt));
        wait(byUrgency.getOrDefault(false, List.of()), since);
        oneByOne(byUrgency.getOrDefault(true, List.of()), used);
    }

    private void wait(List<Parcel.Letter> letters, Instant since) {
        var wait = new Verdict.Wait(
                Why.STORM, Optional.of(since.plus(circumstances.rhythm().groupWithin())));
        letters.forEach(letter -> letter.cases().forEach(one -> hold(one, wait)));
    }

    private void summarise(List<Parcel.Letter> letters, Usage used) {
        List<Case> all =
                letters.stream().flatMap(letter -> letter.cases().stream()).toList();
        if (used.week() >= budget(letters.getFirst()) && all.stream().noneMatch(this::exempt)) {
            all.forEach(this::beyondBudget);
            return;
        }
        parcels.add(new Parcel.Sack(letters.getFirst().person(), all));
        all.forEach(this::told);
    }

    private void oneByOne(List<Parcel.Letter> letters, Usage used) {
        int week = used.week();
        int lately = used.lately().size();
        List<Parcel.Letter> sorted = letters.stream()
                .sorted((one, other) -> Case.BY_WEIGHT.compare(
                        one.cases().getFirst(), other.cases().getFirst()))
                .toList();
        for (Parcel.Letter letter : sorted) {
            boolean exempt = exempt(letter);
            if (lately >= mostLately(exempt)) {
                wait(
                        List.of(letter),
                        used.lately().isEmpty() ? now : used.lately().getFirst());
            } else if (week >= budget(letter) && !exempt) {
                letter.cases().forEach(this::beyondBudget);
            } else {
                parcels.add(letter);
                letter.cases().forEach(this::told);
                week++;
                lately++;
            }
        }
    }

    /** What is urgent does not wait behind what is not; yet a flood of it is a flood. */
    private int mostLately(boolean exempt) {
        int most = circumstances.rhythm().mostAtOnce();
        return exempt ? URGENT_FACTOR * most : most;
    }

    private int budget(Parcel letter) {
        return letter.person().budget().orElse(circumstances.rhythm().weeklyBudget());
    }

    private boolean exempt(Parcel.Letter letter) {
        return letter.cases().stream().anyMatch(this::exempt);
    }

    /** An escalation is the last chance of something that was counted already. */
    private boolean exempt(Case one) {
        Severity severity = one.alert().severity();
        return one.news() == News.UNACKNOWLEDGED
                || circumstances.rhythm().exempt().contains(severity);
    }

    private void send(Parcel parcel, Case one, Verdict.Tell tell) {
        parcels.add(parcel);
        verdicts.put(one.alert().id(), tell);
        progress.put(one.alert().id(), one.progress().ended());
    }

    /** Whatever it is told together with, it is passed on by its own route. */
    private void told(Case one) {
        Verdict.Tell tell = own(one);
        Progress before = one.news() == News.UNACKNOWLEDGED ? one.progress().nextStep() : one.progress();
        verdicts.put(one.alert().id(), tell);
        progress.put(
                one.alert().id(),
                before.told(one.alert().severity(), tell.person().email(), deadline(one, tell)));
    }

    /** Only the digest tells it; what is passed on when nobody acknowledges it is passed on all the same. */
    private void beyondBudget(Case one) {
        Verdict.Tell tell = own(one);
        verdicts.put(one.alert().id(), new Verdict.InDigest(Why.BUDGET, tell.person()));
        progress.put(
                one.alert().id(),
                one.progress().inDigest(Why.BUDGET, tell.person().email(), deadline(one, tell)));
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

    private Progress held(Progress before, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Wait wait -> before.held(wait.why(), wait.until().or(() -> Optional.of(now.plus(LOOK_AGAIN))));
            case Verdict.InDigest digest ->
                before.inDigest(digest.why(), digest.person().email(), Optional.empty());
            case Verdict.Nobody nobody -> before.nobodyLeft();
            case Verdict.Tell tell -> before;
        };
    }
}
