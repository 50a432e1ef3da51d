package dev.bellwether.renewal;

import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.EventType;
import dev.bellwether.renewal.forecast.Reliability;
import dev.bellwether.renewal.term.Finding;
import dev.bellwether.renewal.term.Noted;
import dev.bellwether.renewal.term.Notice;
import dev.bellwether.renewal.term.Outcome;
import dev.bellwether.renewal.term.Review;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** What this service counts. Tags are closed sets; no tag names a customer. */
@ApplicationScoped
public class RenewalMetrics {

    private final MeterRegistry meters;
    private final AtomicReference<Double> forecastError = new AtomicReference<>(Double.NaN);

    RenewalMetrics(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("bellwether.renewal.forecast.error", forecastError, AtomicReference::get);
        for (Noted outcome : Noted.values()) {
            milestones(outcome, 0);
        }
        for (Outcome outcome : Outcome.values()) {
            terms(outcome, 0);
        }
    }

    /** An event was taken in. */
    public void taken(Event event) {
        events(event, "taken");
    }

    /** An event came that says nothing of contracts, accounts or their health. */
    public void ignored(Event event) {
        events(event, "ignored");
    }

    /** A record could not be understood, or not be taken in, and went to the dead letters. */
    public void refused(String topic) {
        meters.counter("bellwether.renewal.refused", "topic", topic).increment();
    }

    /** Taking in a batch failed and is tried again. */
    public void intakeFailed() {
        meters.counter("bellwether.renewal.intake.failures").increment();
    }

    /** A review was noted and told. */
    public void reviewed(Review review) {
        for (Finding finding : review.findings()) {
            milestones(Noted.SKIPPED, finding.skipped().size());
            finding.ends().forEach(end -> terms(end.outcome(), 1));
        }
        for (Notice notice : review.notices()) {
            if (notice instanceof Notice.Due due) {
                milestones(due.late() ? Noted.LATE : Noted.TOLD, 1);
            }
        }
    }

    /** Forecasts were kept, and held against what happened: the error is their Brier score, NaN while none can be judged. */
    public void foretold(Reliability reliability) {
        BigDecimal brier = reliability.brier();
        forecastError.set(brier == null ? Double.NaN : brier.doubleValue());
    }

    /** The sweep looked at all that was due. */
    public void swept(Duration duration) {
        Timer.builder("bellwether.renewal.sweep")
                .publishPercentileHistogram()
                .register(meters)
                .record(duration);
    }

    /** The sweep, or its look at one account, failed. */
    public void sweepFailed() {
        meters.counter("bellwether.renewal.sweep.failures").increment();
    }

    private void events(Event event, String outcome) {
        String type = EventType.of(event).typeName();
        meters.counter("bellwether.renewal.events", "type", type, "outcome", outcome)
                .increment();
    }

    private void milestones(Noted outcome, int count) {
        meters.counter("bellwether.renewal.milestones", "outcome", outcome.word())
                .increment(count);
    }

    private void terms(Outcome outcome, int count) {
        meters.counter("bellwether.renewal.terms", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment(count);
    }
}
