package dev.bellwether.health.letters;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of the letters that matched. */
record ReplayCounts(
        int matched,
        int replayed,

        @Schema(description = "left alone: they, or other letters about the same records, were replayed before")
        int alreadyReplayed,

        @Schema(description = "left alone: they cannot be replayed; asked one by one, each says why")
        int notReplayable,

        @Schema(description = "left alone: events of the door for CloudEvents that are still not valid")
        int invalid,

        @Schema(description = "null when all that match were looked at; else where the next call goes on") @Nullable
        String nextCursor) {

    /** Counts up to it. */
    static final class Tally {
        private int matched;
        private int replayed;
        private int alreadyReplayed;
        private int notReplayable;
        private int invalid;

        void matched(int letters) {
            matched += letters;
        }

        int matched() {
            return matched;
        }

        void alreadyReplayed() {
            alreadyReplayed++;
        }

        /** What a plan comes to. */
        void planned(Plan plan) {
            switch (plan) {
                case Plan.Send send -> replayed++;
                case Plan.Hopeless hopeless -> notReplayable++;
                case Plan.Invalid stillInvalid -> invalid++;
            }
        }

        ReplayCounts upTo(@Nullable String nextCursor) {
            return new ReplayCounts(matched, replayed, alreadyReplayed, notReplayable, invalid, nextCursor);
        }
    }
}
