package dev.bellwether.health.simulation;

import static dev.bellwether.health.simulation.KnownFacts.number;
import static dev.bellwether.health.simulation.KnownFacts.ratio;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of usage. */
final class UsageByTheBook {

    private record Use(String user, String feature, BigDecimal quantity, LocalDate day) {}

    private final KnownFacts known;
    private final LocalDate day;
    private final List<Use> uses;

    UsageByTheBook(KnownFacts known) {
        this.known = known;
        day = known.day();
        Set<String> internal = internalUsers(known);
        uses = known.all(UsageRecorded.class)
                .filter(use -> !internal.contains(use.userId()))
                .filter(use -> !known.premises().ignoredEvents().contains(use.feature()))
                .map(use -> new Use(use.userId(), use.feature(), use.quantity(), known.dayOf(use)))
                .toList();
    }

    private static Set<String> internalUsers(KnownFacts known) {
        return known.gathered(UserDescribed.class, UserDescribed::userId).entrySet().stream()
                .filter(user -> isInternal(user.getValue(), known.premises()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isInternal(List<UserDescribed> versions, Premises premises) {
        String email = KnownFacts.newest(versions, UserDescribed::email);
        return Boolean.TRUE.equals(KnownFacts.newest(versions, UserDescribed::internal))
                || (email != null
                        && premises.internalDomains()
                                .contains(email.substring(email.lastIndexOf('@') + 1)
                                        .toLowerCase(Locale.ROOT)));
    }

    void tell(FigureSheet sheet) {
        int mau = users(day.minusDays(27), day);
        sheet.put("dau", number(users(day, day)));
        sheet.put("wau", number(wau(day)));
        sheet.put("mau", number(mau));
        if (mau > 0) {
            long sum = 0;
            for (int ago = 0; ago <= 27; ago++) {
                sum += users(day.minusDays(ago), day.minusDays(ago));
            }
            sheet.put("stickiness", ratio(sum, 28L * mau));
        }
        BigDecimal baseline = baseline();
        if (baseline != null) {
            sheet.put("baseline", baseline);
            if (baseline.signum() > 0) {
                sheet.put("trend", ratio(number(wau(day)), baseline));
            }
        }
        Integer seats = KnownFacts.newest(known.all(AccountDescribed.class).toList(), AccountDescribed::seats);
        if (seats != null && seats > 0) {
            sheet.put("seatUtilisation", ratio(mau, seats));
        }
        LocalDate last = lastDay();
        if (last != null) {
            sheet.put("daysInactive", number(known.since(last)));
            sheet.put("activeDaysBefore", number(activeDays(last.minusDays(27), last)));
        }
        sheet.put(
                "volume7", between(day.minusDays(6), day).map(Use::quantity).reduce(BigDecimal.ZERO, BigDecimal::add));
        sheet.put(
                "features28",
                number(between(day.minusDays(27), day)
                        .map(Use::feature)
                        .distinct()
                        .count()));
    }

    /** The last day of use of one user, internal or not; null when the user never was active. */
    @Nullable
    LocalDate lastDayOf(String user) {
        return known.all(UsageRecorded.class)
                .filter(use -> use.userId().equals(user))
                .filter(use -> !known.premises().ignoredEvents().contains(use.feature()))
                .map(known::dayOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate lastDay() {
        return uses.stream().map(Use::day).max(Comparator.naturalOrder()).orElse(null);
    }

    private @Nullable BigDecimal baseline() {
        LocalDate first =
                uses.stream().map(Use::day).min(Comparator.naturalOrder()).orElse(null);
        List<Integer> weeks = new ArrayList<>();
        for (int back = 7; back <= 28 && first != null; back += 7) {
            LocalDate end = day.minusDays(back);
            if (!end.minusDays(6).isBefore(first)) {
                weeks.add(wau(end));
            }
        }
        weeks.sort(null);
        int many = weeks.size();
        return many < 2 ? null : ratio(weeks.get((many - 1) / 2) + weeks.get(many / 2), 2);
    }

    private int wau(LocalDate end) {
        return users(end.minusDays(6), end);
    }

    private int users(LocalDate from, LocalDate to) {
        return (int) between(from, to).map(Use::user).distinct().count();
    }

    private int activeDays(LocalDate from, LocalDate to) {
        return (int) between(from, to).map(Use::day).distinct().count();
    }

    private Stream<Use> between(LocalDate from, LocalDate to) {
        return uses.stream().filter(use -> !use.day.isBefore(from) && !use.day.isAfter(to));
    }
}
