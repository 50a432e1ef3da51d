package dev.bellwether.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.Band;
import dev.bellwether.health.score.CapReading;
import dev.bellwether.health.score.Health;
import dev.bellwether.health.score.SignalReading;
import dev.bellwether.health.score.figure.BillingFigures;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.Nps;
import dev.bellwether.health.score.figure.SupportFigures;
import dev.bellwether.health.score.figure.UsageFigures;
import dev.bellwether.health.score.figure.VoiceFigures;
import dev.bellwether.health.score.memory.Profile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it, as of a day: who it is, its score with what takes points away, and the figures behind.
 * Missing figures are null, never zero.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountView(String id, ProfileView profile, HealthView health, FiguresView figures) {

    public static AccountView of(String id, Profile profile, Health health, Band band, Figures figures) {
        return new AccountView(
                id, ProfileView.of(profile), HealthView.of(health, band, figures.day()), FiguresView.of(figures));
    }

    /** Weight present ÷ weight of all, four decimals. */
    public static BigDecimal coverage(Health health) {
        return BigDecimal.valueOf(health.coverage()).setScale(4, RoundingMode.HALF_UP);
    }

    /** Who the account is. */
    public record ProfileView(
            @Nullable String name,
            @Nullable String owner,
            @Nullable String segment,
            @Nullable String stage,
            @Nullable Integer seats,
            @Nullable String currency,
            @Nullable String timeZone,
            @Nullable String parent,
            Map<String, String> traits,
            @Nullable String status,
            @Nullable LocalDate churnedOn,
            @Nullable String churnReason) {

        static ProfileView of(Profile profile) {
            return new ProfileView(
                    profile.name(),
                    profile.owner(),
                    profile.segment(),
                    profile.stage(),
                    profile.seats(),
                    profile.currency(),
                    profile.timeZone(),
                    profile.parent(),
                    profile.traits(),
                    profile.status() == null ? null : profile.status().json(),
                    profile.churnedOn(),
                    profile.churnReason());
        }
    }

    /** The score and what it lost where: {@code lost} of signals and caps adds up to 100 − score within 0.01. */
    public record HealthView(
            @Nullable BigDecimal score,
            String band,
            BigDecimal coverage,
            int model,
            LocalDate asOf,
            List<SignalView> signals,
            List<CapView> caps) {

        static HealthView of(Health health, Band band, LocalDate asOf) {
            return new HealthView(
                    health.score(),
                    band.json(),
                    AccountView.coverage(health),
                    health.model(),
                    asOf,
                    health.signals().stream().map(SignalView::of).toList(),
                    health.caps().stream().map(CapView::of).toList());
        }
    }

    /**
     * One signal; figure, points and lost are null while it is missing.
     *
     * @param state present, missing, or frozen: its source is silent, and the figure is that of {@code keptFrom}
     * @param keptFrom the day before the source fell silent; null unless frozen
     */
    public record SignalView(
            String name,
            @Nullable BigDecimal figure,
            @Nullable BigDecimal points,
            double weight,
            @Nullable BigDecimal lost,
            String state,
            @Nullable LocalDate keptFrom) {

        static SignalView of(SignalReading reading) {
            return switch (reading) {
                case SignalReading.Present p ->
                    new SignalView(p.name(), p.figure(), p.points(), p.weight(), p.lost(), "present", null);
                case SignalReading.Frozen f ->
                    new SignalView(f.name(), f.figure(), f.points(), f.weight(), f.lost(), "frozen", f.keptFrom());
                case SignalReading.Missing m -> new SignalView(m.name(), null, null, m.weight(), null, "missing", null);
            };
        }
    }

    /** A cap that holds; it takes points only when it binds. */
    public record CapView(String name, double limit, boolean binds, BigDecimal lost) {

        static CapView of(CapReading cap) {
            return new CapView(cap.name(), cap.limit(), cap.binds(), cap.lost());
        }
    }

    /** Every figure, as documented in docs/the-score.md. */
    public record FiguresView(
            int dau,
            int wau,
            int mau,
            @Nullable Double stickiness,
            @Nullable Double baseline,
            @Nullable Double trend,
            @Nullable Double seatUtilisation,
            @Nullable Integer daysInactive,
            BigDecimal volume7,
            int features28,
            @Nullable Integer daysPastDue,
            Map<String, BigDecimal> overdueAmount,
            @Nullable Double lateRate180,
            int failedPayments30,
            int opened7,
            @Nullable Double ticketRate,
            @Nullable Double ticketP,
            boolean spike,
            int openTickets,
            int urgentOpen,
            @Nullable Integer oldestOpenDays,
            @Nullable Double nps,
            @Nullable Integer npsAnswers,
            @Nullable Double npsMargin,
            @Nullable Double csat,
            @Nullable Double ces,
            int negativeMentions30,
            @Nullable Integer pulse) {

        static FiguresView of(Figures figures) {
            UsageFigures usage = figures.usage();
            BillingFigures billing = figures.billing();
            SupportFigures support = figures.support();
            VoiceFigures voice = figures.voice();
            Nps nps = voice.nps();
            return new FiguresView(
                    usage.dau(),
                    usage.wau(),
                    usage.mau(),
                    usage.stickiness(),
                    usage.baseline(),
                    usage.trend(),
                    usage.seatUtilisation(),
                    usage.daysInactive(),
                    usage.volume7(),
                    usage.features28(),
                    billing.daysPastDue(),
                    billing.overdueAmount(),
                    billing.lateRate180(),
                    billing.failedPayments30(),
                    support.opened7(),
                    support.ticketRate(),
                    support.ticketP(),
                    support.spike(),
                    support.openTickets(),
                    support.urgentOpen(),
                    support.oldestOpenDays(),
                    nps == null ? null : nps.value(),
                    nps == null ? null : nps.answers(),
                    nps == null ? null : nps.margin(),
                    voice.csat(),
                    voice.ces(),
                    voice.negativeMentions30(),
                    voice.pulse());
        }
    }
}
