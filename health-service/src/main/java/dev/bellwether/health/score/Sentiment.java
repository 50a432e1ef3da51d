package dev.bellwether.health.score;

import dev.bellwether.health.score.figure.Nps;
import dev.bellwether.health.score.figure.VoiceFigures;
import org.jspecify.annotations.Nullable;

/** What an account's people say, as one figure of 0 … 100. */
final class Sentiment {

    private static final int POINTS_PER_NEGATIVE_MENTION = 25;

    private Sentiment() {}

    /**
     * The mean of those present among (nps + 100) ÷ 2, csat · 100, ces · 100, and 100 − 25 · negativeMentions30, not below
     * 0, which is present once a mention ever came. Null when none is.
     */
    static @Nullable Double of(VoiceFigures voice) {
        double sum = 0;
        int present = 0;
        Nps nps = voice.nps();
        if (nps != null) {
            sum += (nps.value() + 100) / 2;
            present++;
        }
        Double csat = voice.csat();
        if (csat != null) {
            sum += csat * 100;
            present++;
        }
        Double ces = voice.ces();
        if (ces != null) {
            sum += ces * 100;
            present++;
        }
        if (voice.everMentioned()) {
            sum += Math.max(0, 100 - POINTS_PER_NEGATIVE_MENTION * voice.negativeMentions30());
            present++;
        }
        return present == 0 ? null : sum / present;
    }
}
