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
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** What this service counts. Tags are closed sets; no tag names a customer. */
@ApplicationScoped
public class RenewalMetrics {

    private final MeterRegistry meters;
    private final AtomicReference<Double> forecastError = new AtomicReference<>(Double.NaN);
    private final MultiGauge contracts;
    private final MultiGauge due;
    private final MultiGauge atRisk;

    RenewalMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.contracts = MultiGauge.builder("bellwether.renewal.contracts").register(meters);
        this.due = MultiGauge.builder("bellwether.renewal.arr.due").register(meters);
        this.atRisk = MultiGauge.builder("bellwether.renewal.arr.at.risk").register(meters);
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

    /** A kept fact cannot be read by this version: its account's figures do without it. */
    public void factPassedOver() {
        meters.counter("bellwether.renewal.unreadable.facts").increment();
    }

    /** A review was noted and told. */
    public void reviewed(Review review) {
        for (Finding finding : review.findings()) {
            milestones(Noted.SKIPPED, finding.skipped().size());
            finding.freshEnds().forEach(end -> terms(end.outcome(), 1));
        }
        for (Notice notice : review.notices()) {
            if (notice instanceof Notice.Due due) {
                milestones(due.late() ? Noted.LATE : Noted.TOLD, 1);
            }
        }
    }

    /**
     * How many contracts stand where.
     *
     * @param rows state and count
     */
    public void contracts(List<Object[]> rows) {
        contracts.register(
                rows.stream()
                        .<MultiGauge.Row<?>>map(
                                row -> MultiGauge.Row.of(Tags.of("state", (String) row[0]), (Number) row[1]))
                        .toList(),
                true);
    }

    /**
     * What is due and at risk, in minor units.
     *
     * @param rows currency by ISO 4217, days ahead (30, 60 or 90), ARR whose decision date comes within them, money at
     *     risk in it
     */
    public void due(List<Object[]> rows) {
        due.register(gauges(rows, 2), true);
        atRisk.register(gauges(rows, 3), true);
    }

    private static List<MultiGauge.Row<?>> gauges(List<Object[]> rows, int column) {
        List<MultiGauge.Row<?>> gauges = new ArrayList<>();
        for (Object[] row : rows) {
            Tags tags = Tags.of("currency", (String) row[0], "days", row[1].toString());
            gauges.add(MultiGauge.Row.of(tags, (Number) row[column]));
        }
        return gauges;
    }

    /** Past likelihoods were held against what happened: the error is their Brier score, NaN while none can be judged. */
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
