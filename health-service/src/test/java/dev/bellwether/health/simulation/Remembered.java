package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.api.AccountView;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.Model;
import dev.bellwether.health.score.Past;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.feed.Outages;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.flag.Flags;
import dev.bellwether.health.score.flag.OpenFlag;
import dev.bellwether.health.score.flag.Situation;
import dev.bellwether.health.score.memory.AccountMemory;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.health.score.memory.Settings;
import dev.bellwether.health.score.memory.Uses;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The scoring itself with everything around it left out: facts go into its memory one by one, and a day is asked for. */
final class Remembered {

    private static final Model MODEL = Model.defaultModel();
    private static final int BATCH = 13;

    private final Premises premises;
    private final AccountMemory memory;
    private final Outages outages;
    private final Set<String> counted = new HashSet<>();
    private final List<Uses> saved = new ArrayList<>();
    private Band band = Band.UNKNOWN;
    private List<OpenFlag> open = List.of();
    private int taken;

    Remembered(Premises premises) {
        this.premises = premises;
        memory = new AccountMemory(new Settings(new BusinessDays(premises.zone()), premises.internalDomains()));
        outages = new Outages(premises.silences().stream()
                .map(silence ->
                        new Outages.Stretch(Feed.named(silence.source()), silence.first(), silence.back(), Set.of()))
                .toList());
    }

    static Remembered of(Premises premises, Collection<Fact> facts) {
        Remembered remembered = new Remembered(premises);
        facts.forEach(remembered::learn);
        return remembered;
    }

    void learn(Fact fact) {
        take(fact);
        if (++taken % BATCH == 0) {
            commit();
        }
    }

    private void take(Fact fact) {
        if (!(fact instanceof UsageRecorded usage)) {
            memory.learn(fact);
            return;
        }
        long day = premises.dayOf(usage.occurredAt()).toEpochDay();
        if (premises.ignoredEvents().contains(usage.feature())) {
            memory.sawFactOn(day);
            return;
        }
        if (counted.add(usage.id())) {
            memory.use(Hash64.of(usage.userId()), Hash64.of(usage.feature()), day, usage.quantity());
        }
    }

    /** As the engine at the end of a batch: who used what is saved, and read again where an internal user is new. */
    private void commit() {
        if (memory.lacksUses()) {
            memory.completeUses();
            saved.forEach(memory::load);
        }
        saved.addAll(memory.drainUses());
    }

    /** What is shown at the end of that day; bands and flags remember it. */
    Shown live(LocalDate today) {
        commit();
        Past past = new Past(memory, MODEL, outages);
        Figures figures = Figures.asOf(memory, today);
        Health health = past.health(today);
        band = health.band(band);
        open = Flags.after(
                open,
                Flags.next(
                        open,
                        new Situation(
                                "acme",
                                today.atTime(23, 59).toInstant(ZoneOffset.UTC),
                                figures,
                                health,
                                band,
                                day -> past.health(day).score(),
                                outages.heldBack(today))));
        Map<FlagKind, Severity> flags = open.stream()
                .collect(Collectors.toMap(OpenFlag::kind, flag -> flag.flag().severity()));
        return shown(today, figures, health, band, flags);
    }

    /** What is shown of a past day; nothing remembers it. */
    Shown asOf(LocalDate day) {
        commit();
        Past.Day found = new Past(memory, MODEL, outages).at(day);
        return shown(day, found.figures(), found.health(), found.band(), Map.of());
    }

    private Shown shown(LocalDate day, Figures figures, Health health, Band band, Map<FlagKind, Severity> flags) {
        return Shown.of(AccountView.of("acme", memory.facts().asOf(day).profile(), health, band, figures), flags);
    }
}
