package dev.bellwether.health.simulation;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.UserDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of flags: when each is raised and how severely, and when it is cleared.
 *
 * @param earlier what the book says now of an earlier day
 */
record FlagsByTheBook(Reading reading, Band band, Function<LocalDate, Reading> earlier) {

    /** Raised once, may escalate, is cleared by itself; a customer who has left has none. */
    Standing.@Nullable Open next(FlagKind kind, Standing.@Nullable Open open) {
        if (churned()) {
            return null;
        }
        Severity severity = heldBack(kind) ? null : severity(kind, open);
        if (open == null) {
            return severity == null ? null : new Standing.Open(severity, reading.day());
        }
        if (cleared(kind, open)) {
            return null;
        }
        return severity == null || severity.compareTo(open.severity()) <= 0
                ? open
                : new Standing.Open(severity, open.raisedOn());
    }

    /** A silent source is not a silent customer. */
    private boolean heldBack(FlagKind kind) {
        return (kind == FlagKind.INACTIVE || kind == FlagKind.USAGE_DROP)
                && reading.known().premises().isSilent("usage", reading.day());
    }

    private @Nullable Severity severity(FlagKind kind, Standing.@Nullable Open open) {
        FigureSheet sheet = reading.sheet();
        return switch (kind) {
            case USAGE_DROP ->
                !sheet.atLeast("baseline", "3") || !sheet.atMost("trend", "0.6")
                        ? null
                        : sheet.atMost("trend", "0.2")
                                ? Severity.CRITICAL
                                : sheet.atMost("trend", "0.4") ? Severity.HIGH : Severity.MEDIUM;
            case LOW_ADOPTION -> sheet.below("seatUtilisation", "0.3") && age() > 30 ? Severity.LOW : null;
            case INACTIVE ->
                !sheet.atLeast("activeDaysBefore", "3")
                        ? null
                        : rising("daysInactive", "7", Severity.LOW, "14", Severity.HIGH, "28", Severity.CRITICAL);
            case LATE_PAYMENT ->
                sheet.atLeast("daysPastDue", "60")
                        ? Severity.CRITICAL
                        : rising("daysPastDue", "1", Severity.LOW, "15", Severity.MEDIUM, "30", Severity.HIGH);
            case PAYMENT_FAILED ->
                rising("failedPayments30", "1", Severity.MEDIUM, "3", Severity.HIGH, "3", Severity.HIGH);
            case TICKET_SPIKE ->
                !sheet.atLeast("spike", "1")
                        ? null
                        : sheet.below("ticketP", "0.0001") ? Severity.HIGH : Severity.MEDIUM;
            case URGENT_TICKET -> sheet.atLeast("oldestUrgentDays", "2") ? Severity.HIGH : null;
            case DETRACTOR ->
                reading.voice().detractors().isEmpty() ? null : championDetracts() ? Severity.HIGH : Severity.MEDIUM;
            case NEGATIVE_MENTION ->
                rising("negativeMentions30", "1", Severity.LOW, "3", Severity.MEDIUM, "3", Severity.MEDIUM);
            case CHAMPION_SILENT -> championSilent() ? Severity.HIGH : null;
            case SCORE_DROP -> fall(scoreBefore(open == null ? reading.day() : open.raisedOn()));
            case RED -> band == Band.RED ? Severity.HIGH : null;
            case ONBOARDING_STALLED -> age() >= 14 && age() <= 90 && sheet.below("mau", "2") ? Severity.MEDIUM : null;
            case EXPANSION_READY ->
                sheet.atLeast("seatUtilisation", "0.9") && band == Band.GREEN ? Severity.INFO : null;
            case ADVOCATE ->
                sheet.atLeast("npsAnswers", "3") && sheet.atLeast("nps", "50") && band == Band.GREEN
                        ? Severity.INFO
                        : null;
        };
    }

    private boolean cleared(FlagKind kind, Standing.Open open) {
        FigureSheet sheet = reading.sheet();
        return switch (kind) {
            case USAGE_DROP -> sheet.atLeast("trend", "0.75");
            case LOW_ADOPTION -> sheet.atLeast("seatUtilisation", "0.4");
            case INACTIVE -> sheet.atMost("daysInactive", "1");
            case LATE_PAYMENT -> sheet.atMost("daysPastDue", "0");
            case PAYMENT_FAILED -> sheet.atMost("failedPayments30", "0");
            case TICKET_SPIKE -> sheet.atLeast("ticketP", "0.05") && !sheet.atMost("ticketP", "0.05");
            case URGENT_TICKET -> sheet.atMost("urgentOpen", "0");
            case DETRACTOR -> reading.voice().detractors().isEmpty();
            case NEGATIVE_MENTION -> sheet.atMost("negativeMentions30", "0");
            case CHAMPION_SILENT -> !championSilent();
            case SCORE_DROP ->
                reading.day().toEpochDay() - open.raisedOn().toEpochDay() >= 14
                        || hasRecovered(scoreBefore(open.raisedOn()));
            case RED -> band != Band.RED;
            case ONBOARDING_STALLED -> sheet.atLeast("mau", "2") || age() > 90;
            case EXPANSION_READY -> sheet.below("seatUtilisation", "0.8");
            case ADVOCATE -> sheet.get("nps") == null || sheet.below("nps", "30") || band == Band.RED;
        };
    }

    /** The score from which one fell that fell by that day. */
    private @Nullable BigDecimal scoreBefore(LocalDate day) {
        return earlier.apply(day.minusDays(7)).score().score();
    }

    private boolean hasRecovered(@Nullable BigDecimal before) {
        BigDecimal score = reading.score().score();
        return score != null && before != null && score.compareTo(before.subtract(BigDecimal.valueOf(5))) >= 0;
    }

    private @Nullable Severity rising(
            String figure, String one, Severity first, String two, Severity second, String three, Severity third) {
        FigureSheet sheet = reading.sheet();
        return sheet.atLeast(figure, three)
                ? third
                : sheet.atLeast(figure, two) ? second : sheet.atLeast(figure, one) ? first : null;
    }

    private @Nullable Severity fall(@Nullable BigDecimal from) {
        BigDecimal score = reading.score().score();
        if (score == null || from == null || score.compareTo(from.subtract(BigDecimal.valueOf(15))) > 0) {
            return null;
        }
        return score.compareTo(from.subtract(BigDecimal.valueOf(30))) <= 0 ? Severity.HIGH : Severity.MEDIUM;
    }

    private long age() {
        LocalDate first = reading.known().firstDay();
        return first == null ? 0 : reading.known().since(first);
    }

    private boolean churned() {
        List<AccountDescribed> versions =
                reading.known().all(AccountDescribed.class).toList();
        LocalDate churnedOn = KnownFacts.newest(versions, AccountDescribed::churnedOn);
        return KnownFacts.newest(versions, AccountDescribed::status) == AccountStatus.CHURNED
                && (churnedOn == null || !churnedOn.isAfter(reading.day()));
    }

    private boolean championDetracts() {
        return reading.voice().detractors().stream()
                .anyMatch(answer ->
                        champions().anyMatch(user -> user.getFirst().userId().equals(answer.userId())));
    }

    private boolean championSilent() {
        return champions().anyMatch(this::silent);
    }

    private Stream<List<UserDescribed>> champions() {
        return reading.known().gathered(UserDescribed.class, UserDescribed::userId).values().stream()
                .filter(user -> Boolean.TRUE.equals(KnownFacts.newest(user, UserDescribed::champion)));
    }

    /** Who never used it is silent since first described, unless nobody who counts ever used it. */
    private boolean silent(List<UserDescribed> champion) {
        LocalDate last = reading.usage().lastDayOf(champion.getFirst().userId());
        LocalDate gone = deactivatedOn(champion);
        if (gone != null && (last == null || !last.isAfter(gone))) {
            return true;
        }
        LocalDate described = champion.stream()
                .map(reading.known()::dayOf)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return reading.sheet().get("daysInactive") != null
                && reading.known().since(last == null ? described : last) >= 14;
    }

    /** Day by day backwards: since when every day ended with the user deactivated. */
    private @Nullable LocalDate deactivatedOn(List<UserDescribed> versions) {
        LocalDate since = null;
        for (LocalDate day = reading.day(); isDeactivated(versions, day); day = day.minusDays(1)) {
            since = day;
        }
        return since;
    }

    private boolean isDeactivated(List<UserDescribed> versions, LocalDate endOf) {
        List<UserDescribed> byThen = versions.stream()
                .filter(version -> !reading.known().dayOf(version).isAfter(endOf))
                .toList();
        return Boolean.TRUE.equals(KnownFacts.newest(byThen, UserDescribed::deactivated));
    }
}
