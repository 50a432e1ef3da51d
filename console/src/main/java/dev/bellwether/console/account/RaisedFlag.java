package dev.bellwether.console.account;

import dev.bellwether.console.health.OpenFlag;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.FlagKind;
import dev.bellwether.console.wording.Names;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An open flag, ready to be shown.
 *
 * @param key the severity's name for style sheets
 * @param since since when it is open; empty when that is not known
 */
record RaisedFlag(String key, String severity, String label, String sentence, String since) {

    static RaisedFlag of(OpenFlag flag, LocalDate today, ZoneId zone) {
        String key = flag.severity().key();
        return new RaisedFlag(
                key, Names.inWords(key), FlagKind.inWords(flag.kind()), flag.sentence(), since(flag, today, zone));
    }

    private static String since(OpenFlag flag, LocalDate today, ZoneId zone) {
        if (flag.raisedAt() == null) {
            return "";
        }
        LocalDate day = LocalDate.ofInstant(flag.raisedAt(), zone);
        return "since " + Days.inWords(day) + ", " + Days.fromToday(today, day);
    }
}
