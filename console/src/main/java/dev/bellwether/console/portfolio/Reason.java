package dev.bellwether.console.portfolio;

import dev.bellwether.console.health.AccountLine;
import dev.bellwether.console.health.Band;
import dev.bellwether.console.health.OpenFlag;
import dev.bellwether.console.wording.FlagKind;
import java.util.List;

/**
 * The first thing to know about an account.
 *
 * @param severity name for style sheets
 * @param label the flag in two words; empty when there is none
 * @param others how many more flags are open, in words; empty when none
 */
record Reason(String severity, String label, String sentence, String others) {

    /** The worst flag, or what is to be said when none is open. */
    static Reason of(AccountLine account) {
        List<OpenFlag> flags =
                account.flags().stream().sorted(OpenFlag.WORST_FIRST).toList();
        if (flags.isEmpty()) {
            return new Reason("none", "", quiet(Band.named(account.band()).orElse(Band.UNKNOWN)), "");
        }
        OpenFlag worst = flags.getFirst();
        String others = flags.size() == 1 ? "" : "+" + (flags.size() - 1) + " more";
        return new Reason(worst.severity().key(), FlagKind.inWords(worst.kind()), worst.sentence(), others);
    }

    private static String quiet(Band band) {
        return switch (band) {
            case GREEN -> "All quiet.";
            case RED, YELLOW -> "No flag is open; the account's page shows where points are lost.";
            case UNKNOWN -> "Too little is known yet to judge.";
        };
    }
}
