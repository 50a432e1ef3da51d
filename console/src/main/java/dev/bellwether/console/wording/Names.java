package dev.bellwether.console.wording;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names that programs gave, as people would write them. */
public final class Names {

    private static final Pattern SEAM = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=[0-9])|[_.:\\s-]+");
    private static final Pattern NOT_A_NAME = Pattern.compile("[^a-z]*");

    private Names() {}

    /** "seatUtilisation" and "SEAT_UTILISATION" are "Seat utilisation". */
    public static String inWords(String name) {
        String words = SEAM.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : capital(words);
    }

    /** "grace.hopper@example.com" is "Grace Hopper"; what is no e-mail address stays as it is. */
    public static String ofPerson(String email) {
        int at = email.indexOf('@');
        if (at < 1) {
            return email;
        }
        String local = email.substring(0, at);
        if (NOT_A_NAME.matcher(local.toLowerCase(Locale.ROOT)).matches()) {
            return email;
        }
        return Stream.of(local.split("[._-]+"))
                .filter(part -> !part.isEmpty())
                .map(Names::capital)
                .collect(Collectors.joining(" "));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
