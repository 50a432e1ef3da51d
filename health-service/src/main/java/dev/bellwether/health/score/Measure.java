package dev.bellwether.health.score;

import dev.bellwether.health.score.feed.Feed;
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
    AGE_DAYS("ageDays", null, Figures::ageDays),
    DAU("dau", Feed.USAGE, usage(UsageFigures::dau)),
    WAU("wau", Feed.USAGE, usage(UsageFigures::wau)),
    MAU("mau", Feed.USAGE, usage(UsageFigures::mau)),
    STICKINESS("stickiness", Feed.USAGE, usage(UsageFigures::stickiness)),
    BASELINE("baseline", Feed.USAGE, usage(UsageFigures::baseline)),
    TREND("trend", Feed.USAGE, usage(UsageFigures::trend)),
    SEATS("seats", Feed.USAGE, usage(UsageFigures::seats)),
    SEAT_UTILISATION("seatUtilisation", Feed.USAGE, usage(UsageFigures::seatUtilisation)),
    DAYS_INACTIVE("daysInactive", Feed.USAGE, usage(UsageFigures::daysInactive)),
    ACTIVE_DAYS_BEFORE("activeDaysBefore", Feed.USAGE, usage(UsageFigures::activeDaysBefore)),
    VOLUME_7("volume7", Feed.USAGE, usage(UsageFigures::volume7)),
    FEATURES_28("features28", Feed.USAGE, usage(UsageFigures::features28)),
    DAYS_PAST_DUE("daysPastDue", Feed.BILLING, billing(BillingFigures::daysPastDue)),
    LATE_RATE_180("lateRate180", Feed.BILLING, billing(BillingFigures::lateRate180)),
    FAILED_PAYMENTS_30("failedPayments30", Feed.BILLING, billing(BillingFigures::failedPayments30)),
    OPENED_7("opened7", Feed.SUPPORT, support(SupportFigures::opened7)),
    TICKET_RATE("ticketRate", Feed.SUPPORT, support(SupportFigures::ticketRate)),
    TICKET_P("ticketP", Feed.SUPPORT, support(SupportFigures::ticketP)),
    /** −log10(ticketP): how surprising this week's tickets are, from 0. */
    TICKET_SURPRISE("ticketSurprise", Feed.SUPPORT, support(figures -> surprise(figures.ticketP()))),
    OPEN_TICKETS("openTickets", Feed.SUPPORT, support(SupportFigures::openTickets)),
    OLDEST_OPEN_DAYS("oldestOpenDays", Feed.SUPPORT, support(SupportFigures::oldestOpenDays)),
    URGENT_OPEN("urgentOpen", Feed.SUPPORT, support(SupportFigures::urgentOpen)),
    OLDEST_URGENT_DAYS("oldestUrgentDays", Feed.SUPPORT, support(SupportFigures::oldestUrgentDays)),
    NPS("nps", Feed.FEEDBACK, nps(Nps::value)),
    NPS_ANSWERS("npsAnswers", Feed.FEEDBACK, nps(Nps::answers)),
    NPS_MARGIN("npsMargin", Feed.FEEDBACK, nps(Nps::margin)),
    CSAT("csat", Feed.FEEDBACK, voice(VoiceFigures::csat)),
    CES("ces", Feed.FEEDBACK, voice(VoiceFigures::ces)),
    NEGATIVE_MENTIONS_30("negativeMentions30", Feed.FEEDBACK, voice(VoiceFigures::negativeMentions30)),
    /** All that was said, 0 … 100; see {@link Sentiment}. */
    SENTIMENT("sentiment", Feed.FEEDBACK, voice(Sentiment::of)),
    PULSE("pulse", Feed.FEEDBACK, voice(VoiceFigures::pulse));

    // a probability that underflows to 0 must not become an infinite figure
    private static final double MOST_SURPRISING = 300;
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_UP);

    private final String name;
    private final @Nullable Feed feed;
    private final Function<Figures, @Nullable Number> read;

    Measure(String name, @Nullable Feed feed, Function<Figures, @Nullable Number> read) {
        this.name = name;
        this.feed = feed;
        this.read = read;
    }

    /** The name in models, evidence and JSON; never changes. */
    public String figure() {
        return name;
    }

    /** The feed whose facts move the figure; empty when all do. */
    public Optional<Feed> feed() {
        return Optional.ofNullable(feed);
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
