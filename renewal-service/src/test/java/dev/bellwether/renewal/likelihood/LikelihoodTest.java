package dev.bellwether.renewal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.contracts.Band;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelihoodTest {

    private static final Place RED_AT_90 = new Place(Band.RED, 90);

    /** The intervals that can be had by hand: those of Beta(1,b) and Beta(a,1) are powers, Beta(2,2) is 3x² − 2x³. */
    @ParameterizedTest(name = "{1} of {0} renewed")
    @CsvSource({
        "0, 0, 0.5000, 0.0500, 0.9500", // the prior alone
        "1, 1, 0.6667, 0.2236, 0.9747", // √0.05, √0.95
        "1, 0, 0.3333, 0.0253, 0.7764",
        "2, 1, 0.5000, 0.1354, 0.8646", // 3x² − 2x³ = 0.05
        "19, 19, 0.9524, 0.8609, 0.9974", // 0.05^(1/20), 0.95^(1/20)
        "99, 99, 0.9901, 0.9705, 0.9995", // 0.05^(1/100), 0.95^(1/100)
    })
    void is_the_mean_of_the_posterior_with_its_90_percent_interval(
            long terms, long renewed, String mean, String low, String high) {
        Likelihood likelihood = Likelihood.of(RED_AT_90, new Tally(terms, renewed));

        assertThat(likelihood.mean()).isEqualTo(mean);
        assertThat(likelihood.low()).isEqualTo(low);
        assertThat(likelihood.high()).isEqualTo(high);
    }

    @Test
    void below_twenty_terms_it_is_too_few_and_names_the_prior() {
        Likelihood few = Likelihood.of(RED_AT_90, new Tally(19, 12));
        Likelihood enough = Likelihood.of(RED_AT_90, new Tally(20, 12));

        assertThat(few.tooFew()).isTrue();
        assertThat(few.basis())
                .isEqualTo("too few: 12 of 19 past terms in band red at 90 days renewed; "
                        + "prior Beta(1,1), which takes every share for equally likely");
        assertThat(enough.tooFew()).isFalse();
        assertThat(enough.basis()).isEqualTo("12 of 20 past terms in band red at 90 days renewed");
    }

    @ParameterizedTest(name = "{0} days left")
    @CsvSource({
        "400, 120",
        "121, 120",
        "120, 120",
        "119, 120",
        "90, 90",
        "31, 60",
        "30, 30",
        "2, 7",
        "1, 1",
        "0, 1",
        "-5, 1"
    })
    void the_milestone_is_the_one_that_came_last(long daysLeft, int milestone) {
        assertThat(Likelihoods.milestone(daysLeft)).isEqualTo(milestone);
    }

    @Test
    void only_terms_with_the_same_band_at_the_same_milestone_count() {
        var likelihoods =
                new Likelihoods(Map.of(RED_AT_90, new Tally(30, 6), new Place(Band.GREEN, 90), new Tally(9, 9)));

        assertThat(likelihoods.of(Band.RED, 75).past()).isEqualTo(new Tally(30, 6));
        assertThat(likelihoods.of(Band.RED, 60).past()).isEqualTo(Tally.NONE);
        assertThat(likelihoods.of(Band.GREEN, 90).past()).isEqualTo(new Tally(9, 9));
    }

    @Test
    void more_renewals_than_terms_are_refused() {
        assertThatThrownBy(() -> new Tally(2, 3)).hasMessage("3 of 2 terms cannot have renewed");
    }
}
