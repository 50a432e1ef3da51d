package dev.bellwether.health.score.feed;

import java.time.Duration;

/** Whether a feed speaks, and why that is thought. */
public sealed interface FeedState {

    /** It was heard on too few days to tell what is usual. */
    record Learning(int days) implements FeedState {}

    /**
     * It is as quiet as it sometimes is.
     *
     * @param silentAfter quiet for longer than this it counts as silent
     */
    record Speaking(Duration silentAfter) implements FeedState {}

    /**
     * It has been quiet for longer than is usual.
     *
     * @param silentAfter what would have been usual
     */
    record Silent(Duration quiet, Duration silentAfter) implements FeedState {}
}
