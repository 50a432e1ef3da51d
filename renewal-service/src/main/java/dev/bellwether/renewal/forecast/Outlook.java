package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.stake.Call;
import java.util.Optional;

/** Where a term that is due in a quarter is counted. */
public enum Outlook {
    /** Decided: another term follows. */
    RENEWED("renewed"),
    COMMIT("commit"),
    BEST_CASE("bestCase"),
    AT_RISK("atRisk"),
    /** Nobody called it, and the figures say too little. */
    UNCALLED("uncalled"),
    /** Decided, or called so. */
    LOST("lost");

    private final String word;

    Outlook(String word) {
        this.word = word;
    }

    /** As it is written in JSON. */
    public String word() {
        return word;
    }

    static Outlook of(Optional<Call> call) {
        return call.map(said -> switch (said) {
                    case COMMIT -> COMMIT;
                    case BEST_CASE -> BEST_CASE;
                    case AT_RISK -> AT_RISK;
                    case LOST -> LOST;
                })
                .orElse(UNCALLED);
    }
}
