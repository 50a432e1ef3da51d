package dev.bellwether.health.store;

import dev.bellwether.contracts.Constant;
import java.util.Optional;

/** What the database calls constants. */
final class Words {

    private Words() {}

    /** Empty when none of them is called so: another version may have more. */
    static <C extends Constant> Optional<C> named(C[] all, String word) {
        for (C constant : all) {
            if (constant.json().equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }
}
