package dev.bellwether.contracts;

import java.util.Arrays;
import java.util.Optional;

/** An enum constant with the name it bears in JSON; the constant may be renamed, its JSON name may not. */
public interface Constant {

    String json();

    /** The one of these that is called so, to the letter; empty when none is: another version may have more. */
    static <C extends Constant> Optional<C> named(C[] all, String name) {
        return Arrays.stream(all)
                .filter(constant -> constant.json().equals(name))
                .findFirst();
    }

    /** The one of these that others call so, in whatever case; empty when none is. */
    static <C extends Constant> Optional<C> read(C[] all, String text) {
        return Arrays.stream(all)
                .filter(constant -> constant.json().equalsIgnoreCase(text))
                .findFirst();
    }
}
