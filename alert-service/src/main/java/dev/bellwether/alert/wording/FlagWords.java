package dev.bellwether.alert.wording;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.net.URI;

/** The messages about a flag. */
final class FlagWords {

    private FlagWords() {}

    static Wording raised(HealthEvent event, Flag flag, URI console) {
        String what = FlagNames.inWords(flag.kind()) + rank(flag.severity());
        return wording(event, flag, what, NextSteps.after(flag.kind()), tone(flag), console);
    }

    static Wording escalated(HealthEvent event, Flag flag, URI console) {
        String what =
                FlagNames.inWords(flag.kind()) + ", now " + flag.severity().json();
        return wording(event, flag, what, NextSteps.after(flag.kind()), tone(flag), console);
    }

    static Wording cleared(HealthEvent event, Flag flag, URI console) {
        boolean good = FlagNames.isGoodNews(flag.kind());
        String what = (good ? "no longer: " : "resolved: ") + FlagNames.inWords(flag.kind());
        return wording(event, flag, what, NextSteps.afterEndOf(flag.kind()), good ? Tone.CALM : Tone.GOOD, console);
    }

    private static Wording wording(HealthEvent event, Flag flag, String what, String next, Tone tone, URI console) {
        AccountSnapshot account = event.account();
        return new Wording(
                account.name(),
                what,
                flag.sentence(),
                next,
                AccountWords.standing(account),
                Figures.inWords(flag.evidence().figures()),
                AccountWords.page(console, event.accountId()),
                tone);
    }

    private static String rank(Severity severity) {
        return severity == Severity.INFO ? "" : " (" + severity.json() + ")";
    }

    private static Tone tone(Flag flag) {
        return switch (flag.severity()) {
            case INFO -> Tone.GOOD;
            case LOW -> Tone.CALM;
            case MEDIUM -> Tone.CONCERNED;
            case HIGH, CRITICAL -> Tone.ALARMED;
        };
    }
}
