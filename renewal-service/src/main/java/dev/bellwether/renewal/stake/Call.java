package dev.bellwether.renewal.stake;

import dev.bellwether.contracts.Band;
import dev.bellwether.renewal.likelihood.Likelihood;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody says of a renewal, the surest first. */
public enum Call {
    COMMIT("commit", "0.8"),
    BEST_CASE("best-case", "0.6"),
    AT_RISK("at-risk", "0.3"),
    LOST("lost", "0");

    private final String word;
    private final BigDecimal least;

    Call(String word, String least) {
        this.word = word;
        this.least = new BigDecimal(least);
    }

    /** As it is written in JSON and in the database. */
    public String word() {
        return word;
    }

    /** The call of that word, however its parts are joined and whatever their case. */
    public static Optional<Call> of(String said) {
        String plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return Arrays.stream(values())
                .filter(call -> call.word.replace("-", "").equals(plain))
                .findFirst();
    }

    /**
     * What the figures say: from a likelihood of 0.8 commit, from 0.6 best case, from 0.3 at risk, else lost. While the
     * company's own past says too little the band speaks: green commit, yellow best case, red at risk; unknown nothing.
     */
    public static Optional<Call> computed(Likelihood likelihood, Band band) {
        return likelihood.tooFew()
                ? byBand(band)
                : Arrays.stream(values())
                        .filter(call -> likelihood.share().isAtLeast(call.least))
                        .findFirst();
    }

    /** Whether two calls lie two steps apart or more: neighbours are a matter of taste. */
    public boolean disputes(Call other) {
        return Math.abs(ordinal() - other.ordinal()) >= 2;
    }

    private static Optional<Call> byBand(Band band) {
        return switch (band) {
            case GREEN -> Optional.of(COMMIT);
            case YELLOW -> Optional.of(BEST_CASE);
            case RED -> Optional.of(AT_RISK);
            case UNKNOWN -> Optional.empty();
        };
    }
}
