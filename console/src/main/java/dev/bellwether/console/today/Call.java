package dev.bellwether.console.today;

import dev.bellwether.console.wording.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a customer success manager can say of a renewal, the surest first. */
enum Call {
    COMMIT("commit", "Commit"),
    BEST_CASE("best-case", "Best case"),
    AT_RISK("at-risk", "At risk"),
    LOST("lost", "Lost");

    private final String key;
    private final String words;

    Call(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** The name in renewal-service's interface. */
    String key() {
        return key;
    }

    String words() {
        return words;
    }

    static List<Call> all() {
        return List.of(values());
    }

    /** Any call for people, even one that is newer than this console. */
    static String inWords(@Nullable String key) {
        Optional<Call> known =
                Stream.of(values()).filter(call -> call.key.equals(key)).findFirst();
        return known.map(Call::words).orElseGet(() -> key == null ? "" : Names.inWords(key));
    }
}
