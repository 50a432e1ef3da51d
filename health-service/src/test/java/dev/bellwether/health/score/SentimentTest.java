package dev.bellwether.health.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentimentTest {

    private static final String DAY = "2026-03-10";

    @Test
    void it_is_the_mean_of_what_is_there() {
        Story story = Story.ofAnAccount();
        assertThat(Sentiment.of(story.figures(DAY).voice())).isNull();
        story.nps(DAY, "a", 10);
        assertThat(Sentiment.of(story.figures(DAY).voice())).isEqualTo(100);
        story.csat(DAY, "a", 1);
        assertThat(Sentiment.of(story.figures(DAY).voice())).isEqualTo(50);
        story.ces(DAY, "a", 4, 7);
        assertThat(Sentiment.of(story.figures(DAY).voice())).isEqualTo(50);
        story.mentioned(DAY, "0.9");
        assertThat(Sentiment.of(story.figures(DAY).voice()))
                .as("heard, and well")
                .isEqualTo(62.5);
        story.mentioned(DAY, "-0.9");
        assertThat(Sentiment.of(story.figures(DAY).voice())).isEqualTo(56.25);
    }

    @Test
    void mentions_take_a_quarter_each_and_no_more_than_all() {
        Story story = Story.ofAnAccount();
        for (int i = 0; i < 5; i++) {
            story.mentioned(DAY, "-0.5");
        }
        assertThat(Sentiment.of(story.figures(DAY).voice())).isZero();
        assertThat(Sentiment.of(story.figures("2026-05-10").voice()))
                .as("once heard, quiet now")
                .isEqualTo(100);
    }
}
