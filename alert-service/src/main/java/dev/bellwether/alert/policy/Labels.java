package dev.bellwether.alert.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants by the names that they have in JSON, metrics and the database. */
public final class Labels {

    private Labels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> find(E[] all, String label) {
        return Arrays.stream(all).filter(one -> of(one).equals(label)).findFirst();
    }
}
