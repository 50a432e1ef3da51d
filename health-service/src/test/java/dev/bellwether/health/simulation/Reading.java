package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What the book says of an account as of a day: everything that has no memory. */
record Reading(KnownFacts known, FigureSheet sheet, UsageByTheBook usage, VoiceByTheBook voice, ScoreByTheBook score) {

    static Reading of(Collection<? extends Fact> facts, LocalDate day, Premises premises) {
        Reading plain = plain(facts, day, premises);
        Map<LocalDate, FigureSheet> sheets = new HashMap<>();
        sheets.put(day, plain.sheet());
        ScoreByTheBook score = ScoreByTheBook.of(
                plain.sheet(),
                source -> sheets.computeIfAbsent(
                        Silence.shown(premises.silences(), source, day),
                        kept -> plain(facts, kept, premises).sheet()));
        return new Reading(plain.known(), plain.sheet(), plain.usage(), plain.voice(), score);
    }

    /** As if every source spoke. */
    private static Reading plain(Collection<? extends Fact> facts, LocalDate day, Premises premises) {
        KnownFacts known = KnownFacts.of(facts, day, premises);
        FigureSheet sheet = new FigureSheet();
        UsageByTheBook usage = new UsageByTheBook(known);
        VoiceByTheBook voice = new VoiceByTheBook(known);
        usage.tell(sheet);
        new BillingByTheBook(known).tell(sheet);
        new SupportByTheBook(known).tell(sheet);
        voice.tell(sheet);
        return new Reading(known, sheet, usage, voice, ScoreByTheBook.NONE);
    }

    LocalDate day() {
        return known.day();
    }

    Map<String, BigDecimal> figures() {
        return sheet.all();
    }

    /** Green from 70, yellow from 40; 2 points more when the change is for the better. */
    Band band(Band before) {
        BigDecimal score = score().score();
        if (score == null || score().coverage().compareTo(new BigDecimal("0.4")) < 0) {
            return Band.UNKNOWN;
        }
        int forGreen = before == Band.RED || before == Band.YELLOW ? 72 : 70;
        int forYellow = before == Band.RED ? 42 : 40;
        if (score.compareTo(BigDecimal.valueOf(forGreen)) >= 0) {
            return Band.GREEN;
        }
        return score.compareTo(BigDecimal.valueOf(forYellow)) >= 0 ? Band.YELLOW : Band.RED;
    }
}
