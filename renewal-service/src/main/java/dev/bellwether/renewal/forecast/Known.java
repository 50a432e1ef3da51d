package dev.bellwether.renewal.forecast;

import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stop;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.renewal.account.Profile;
import dev.bellwether.renewal.churn.Result;
import dev.bellwether.renewal.likelihood.Likelihood;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.stake.Call;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one contract when a quarter is forecast.
 *
 * @param stretches from the quarter on, and those of the year before that were cut short
 * @param stopped whether it was cancelled or ended, so that nothing follows its last term
 * @param goneOn the day on which the account left, as it says itself; null while it did not
 * @param calls newest calls by the first day of the term
 * @param outcomes newest outcomes by the first day of the term
 */
record Known(
        String accountId,
        String contractId,
        List<Stretch> stretches,
        boolean stopped,
        @Nullable LocalDate goneOn,
        Band band,
        Map<LocalDate, Call> calls,
        Map<LocalDate, Result> outcomes) {

    /**
     * Its term in the quarter: the first one that is still to be decided, else the last that was.
     *
     * @param today days of decision before it have passed
     */
    Optional<DueTerm> in(Quarter quarter, LocalDate today, Likelihoods likelihoods) {
        LocalDate from = quarter.from();
        LocalDate ahead = today.isAfter(from) ? today : from;
        return first(ahead, quarter.to())
                .or(() -> last(from, quarter.to()))
                .map(place -> due(place, today, likelihoods));
    }

    /** A term and the days of which its decision date is one. */
    private record Place(Stretch stretch, Stretch.Terms terms, Period term, LocalDate decisionOn) {}

    private Optional<Place> first(LocalDate from, LocalDate to) {
        return stretches.stream()
                .flatMap(stretch -> Stream.ofNullable(place(stretch, stretch.decidedBetween(from, to))))
                .findFirst()
                .or(() -> heardLate(from, to))
                .or(() -> cutShort(from, to));
    }

    /** A term that was first heard of after its decision date was to be decided on then. */
    private Optional<Place> heardLate(LocalDate from, LocalDate to) {
        return stretches.stream()
                .flatMap(stretch -> Stream.ofNullable(place(stretch, stretch.decidedBeforehand(from, to))))
                .filter(place -> stretches.stream().noneMatch(stretch -> stretch.includes(place.decisionOn())))
                .findFirst();
    }

    /** What its source ended before the decision date was to be decided on then. */
    private Optional<Place> cutShort(LocalDate from, LocalDate to) {
        return stretches.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(
                        place(stretches.getLast(), stretches.getLast().cutShortBefore(from, to)));
    }

    private static @Nullable Place place(Stretch stretch, @Nullable Period term) {
        Stretch.Terms terms = stretch.terms();
        return term == null || terms == null
                ? null
                : new Place(stretch, terms, term, term.endsOn().minusDays(terms.noticeDays()));
    }

    private Optional<Place> last(LocalDate from, LocalDate to) {
        Optional<Place> last = Optional.empty();
        Optional<Place> next = first(from, to);
        while (next.isPresent()) {
            last = next;
            next = first(next.get().decisionOn().plusDays(1), to);
        }
        return last;
    }

    private DueTerm due(Place place, LocalDate today, Likelihoods likelihoods) {
        Optional<Call> said = Optional.ofNullable(calls.get(place.term().startsOn()));
        Optional<Outlook> decided = decided(place, today);
        Likelihood likelihood = likelihoods.of(band, ChronoUnit.DAYS.between(today, place.decisionOn()));
        return new DueTerm(
                accountId,
                contractId,
                place.stretch().currency(),
                place.term(),
                place.decisionOn(),
                place.stretch().annualAmount(),
                decided.orElseGet(() -> Outlook.of(said.or(() -> Call.computed(likelihood, band)))),
                said.isPresent(),
                decided.isPresent() ? null : likelihood);
    }

    /**
     * What was said of the outcome counts. A contract whose next term is named has renewed, and so has one that goes on
     * past the decision date, or to a cancellation in a later term; one that goes on by nobody's no still may end.
     */
    private Optional<Outlook> decided(Place place, LocalDate today) {
        Result said = outcomes.get(place.term().startsOn());
        if (said != null) {
            return Optional.of(
                    switch (said) {
                        case RENEWED -> Outlook.RENEWED;
                        case CHURNED -> Outlook.LOST;
                    });
        }
        if (stretches.stream().anyMatch(stretch -> namesNextOf(place.term(), stretch))) {
            return Optional.of(Outlook.RENEWED);
        }
        boolean gone = Profile.isGone(place.terms().first(), goneOn);
        boolean goneByThen = gone && !place.decisionOn().isBefore(goneOn);
        boolean goesOn = stretches.stream().anyMatch(stretch -> goesOn(place.term(), stretch));
        if (goesOn && !goneByThen && (stopped || place.decisionOn().isBefore(today))) {
            return Optional.of(Outlook.RENEWED);
        }
        boolean over = place.term().endsOn().isBefore(today);
        return gone || stopped || over ? Optional.of(Outlook.LOST) : Optional.empty();
    }

    /** What is taken up by a yes that comes too late to correct how the term ended is another customer relation. */
    private static boolean goesOn(Period term, Stretch stretch) {
        LocalDate dayAfter = term.endsOn().plusDays(1);
        Stretch.Terms terms = stretch.terms();
        boolean corrects = terms != null
                && !terms.first().startsOn().isAfter(dayAfter)
                && stretch.from().isBefore(dayAfter.plusDays(Stop.SOON_DAYS));
        return stretch.to().isAfter(term.endsOn())
                && (corrects || !stretch.from().isAfter(dayAfter));
    }

    private static boolean namesNextOf(Period term, Stretch stretch) {
        Stretch.Terms terms = stretch.terms();
        return terms != null
                && terms.first().startsOn().isAfter(term.startsOn())
                && !terms.first().startsOn().isAfter(term.endsOn().plusDays(1));
    }
}
