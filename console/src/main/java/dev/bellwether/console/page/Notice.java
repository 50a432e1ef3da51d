package dev.bellwether.console.page;

import dev.bellwether.console.service.Reading;
import dev.bellwether.console.wording.Days;
import java.time.ZoneId;

/** What a page says when it cannot show the present. */
public final class Notice {

    private Notice() {}

    /** Empty while all is well. */
    public static String of(Reading<?> reading, ZoneId zone) {
        return switch (reading) {
            case Reading.Live<?> live -> "";
            case Reading.NotThere<?> gone -> "";
            case Reading.Away<?> away -> away.trouble().sentence() + " This page tries again by itself.";
            case Reading.Remembered<?> old ->
                old.trouble().sentence() + " Shown as of "
                        + Days.inWords(old.at().atZone(zone)) + ". This page tries again by itself.";
        };
    }
}
