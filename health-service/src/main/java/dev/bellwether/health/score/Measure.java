package dev.bellwether.health.score;

import dev.bellwether.health.score.figure.BillingFigures;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.Nps;
import dev.bellwether.health.score.figure.SupportFigures;
import dev.bellwether.health.score.figure.UsageFigures;
import dev.bellwether.health.score.figure.VoiceFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every figure that is one number, by the name it bears in models, evidence and JSON. */
public enum Measure {
    AGE_DAYS("ageDays", Figures::ageDays),
    DAU("dau", usage(UsageFigures::dau)),
    WAU("wau", usage(UsageFigures::wau)),
    MAU("mau", usage(UsageFigures::mau)),
    STICKINESS("stickiness", usage(UsageFigures::stickiness)),
    BASELINE("baseline", usage(UsageFigures::baseline)),
    TREND("trend", usage(UsageFigures::trend)),
    SEATS("seats", usage(UsageFigures::seats)),
    SEAT_UTILISATION("seatUtilisation", usage(UsageFigures::seatUtilisation)),
    DAYS_INACTIVE("daysInactive", usage(UsageFigures::daysInactive)),
    ACTIVE_DAYS_BEFORE("activeDaysBefore", usage(UsageFigures::activeDaysBefore)),
    VOLUME_7("volume7", usage(UsageFigures::volume7)),
    FEATURES_28("features28", usage(UsageFigures::features28)),
    DAYS_PAST_DUE("daysPastDue", billing(BillingFigures::daysPastDue)),
    LATE_RATE_180("lateRate180", billing(BillingFigures::lateRate180)),
    FAILED_PAYMENTS_30("failedPayments30", billing(BillingFigures::failedPayments30)),
    OPENED_7("opened7", support(SupportFigures::opened7)),
    TICKET_RATE("ticketRate", support(SupportFigures::ticketRate)),
    TICKET_P("ticketP", support(SupportFigures::ticketP)),
    /** −log10(ticketP): how surprising this week's tickets are, from 0. */
    TICKET_SURPRISE("ticketSurprise", support(figures -> surprise(figures.ticketP()))),
    OPEN_TICKETS("openTickets", support(SupportFigures::openTickets)),
    OLDEST_OPEN_DAYS("oldestOpenDays", support(SupportFigures::oldestOpenDays)),
    URGENT_OPEN("urgentOpen", support(SupportFigures::urgentOpen)),
    OLDEST_URGENT_DAYS("oldestUrgentDays", support(SupportFigures::oldestUrgentDays)),
    NPS("nps", nps(Nps::value)),
    NPS_ANSWERS("npsAnswers", nps(Nps::answers)),
    NPS_MARGIN("npsMargin", nps(Nps::margin)),
    CSAT("csat", voice(VoiceFigures::csat)),
    CES("ces", voice(VoiceFigures::ces)),
    NEGATIVE_MENTIONS_30("negativeMentions30", voice(VoiceFigures::negativeMentions30)),
    /** All that was said, 0 … 100; see {@link Sentiment}. */
    SENTIMENT("sentiment", voice(Sentiment::of)),
    PULSE("pulse", voice(VoiceFigures::pulse));

    // a probability that underflows to 0 must not become an infinite figure
    private static final double MOST_SURPRISING = 300;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_UP);

    private final String name;
    private final Function<Figures, @Nullable Number> read;

    Measure(String name, Function<Figures, @Nullable Number> read) {
        this.name = name;
        this.read = read;
    }

    /** The name in models, evidence and JSON; never changes. */
    public String figure() {
        return name;
    }

    /** The figure's value; empty when it is missing. */
    public OptionalDouble of(Figures figures) {
        Number value = read.apply(figures);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
    }

    /** The figure to be shown: whole numbers as they are, others to six significant digits. Empty when it is missing. */
    public Optional<BigDecimal> shown(Figures figures) {
        Number value = read.apply(figures);
        return value == null ? Optional.empty() : Optional.of(shown(new BigDecimal(value.toString())));
    }

    static BigDecimal shown(BigDecimal value) {
        BigDecimal exact = plain(value);
        return exact.scale() == 0 ? exact : plain(exact.round(SHOWN));
    }

    /** The same value without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private static @Nullable Double surprise(@Nullable Double p) {
        // + 0.0 makes of −0.0 what people call zero; StrictMath is the same on every machine
        return p == null ? null : Math.min(MOST_SURPRISING, -StrictMath.log10(p)) + 0.0;
    }

    private static Function<Figures, @Nullable Number> usage(Function<UsageFigures, @Nullable Number> read) {
        return figures -> read.apply(figures.usage());
    }

    private static Function<Figures, @Nullable Number> billing(Function<BillingFigures, @Nullable Number> read) {
        return figures -> read.apply(figures.billing());
    }

    private static Function<Figures, @Nullable Number> support(Function<SupportFigures, @Nullable Number> read) {
        return figures -> read.apply(figures.support());
    }

    private static Function<Figures, @Nullable Number> voice(Function<VoiceFigures, @Nullable Number> read) {
        return figures -> read.apply(figures.voice());
    }

    private static Function<Figures, @Nullable Number> nps(Function<Nps, @Nullable Number> read) {
        return figures -> {
            Nps nps = figures.voice().nps();
            return nps == null ? null : read.apply(nps);
        };
    }
}
