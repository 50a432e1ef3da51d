package dev.bellwether.alert.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of the score, by the names of its documentation, in words. */
final class Figures {

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("dau", "Users active on the day"),
            Map.entry("wau", "Users active in 7 days"),
            Map.entry("mau", "Users active in 28 days"),
            Map.entry("baseline", "Usual weekly users"),
            Map.entry("trend", "Usage against usual"),
            Map.entry("seatUtilisation", "Seats in use"),
            Map.entry("daysInactive", "Days without usage"),
            Map.entry("volume7", "Events in 7 days"),
            Map.entry("features28", "Features used in 28 days"),
            Map.entry("daysPastDue", "Days past due"),
            Map.entry("lateRate180", "Invoices paid late in 180 days"),
            Map.entry("failedPayments30", "Failed payments in 30 days"),
            Map.entry("opened7", "Tickets opened in 7 days"),
            Map.entry("ticketRate", "Tickets usual in a week"),
            Map.entry("ticketP", "Chance of so many by accident"),
            Map.entry("urgentOpen", "Urgent tickets open"),
            Map.entry("oldestOpenDays", "Oldest open ticket, days"),
            Map.entry("nps", "NPS"),
            Map.entry("csat", "CSAT"),
            Map.entry("negativeMentions30", "Negative mentions in 30 days"),
            Map.entry("activeDays28", "Active days in the 28 days before"));

    private static final List<String> SHARES =
            List.of("trend", "seatUtilisation", "stickiness", "lateRate180", "csat", "ces", "coverage");
    private static final Pattern MONEY = Pattern.compile("([a-z][A-Za-z]*?[Aa]mount|arr)[^A-Za-z]?([A-Z]{3})");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-zA-Z])(?=[0-9])|[_.:-]+");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.01");

    private Figures() {}

    static List<Line> inWords(Map<String, BigDecimal> figures) {
        return figures.entrySet().stream()
                .map(figure -> inWords(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static Line inWords(String name, BigDecimal value) {
        Matcher money = MONEY.matcher(name);
        if (money.matches()) {
            return new Line(label(money.group(1)), Money.inWords(money.group(2), value));
        }
        return new Line(label(name), SHARES.contains(name) ? percent(value) : number(value));
    }

    private static String label(String name) {
        String known = LABELS.get(name);
        if (known != null) {
            return known;
        }
        String words = HUMP.matcher(name).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String percent(BigDecimal share) {
        return number(share.multiply(HUNDRED).setScale(0, RoundingMode.HALF_UP)) + " %";
    }

    private static String number(BigDecimal value) {
        // a probability of 0.00021 must not read as 0
        if (value.signum() != 0 && value.abs().compareTo(SMALL) < 0) {
            return "less than 0.01";
        }
        BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }
}
