package dev.bellwether.console.wording;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a signal of the score means for an account, in a sentence. */
public final class SignalWords {

    private static final Map<String, String> CAPS = Map.of(
            "silent-28-days", "Nobody has used the product for 28 days",
            "invoice-60-days-late", "An invoice is 60 days past due",
            "urgent-ticket-7-days", "An urgent ticket has been open for 7 days");

    private final Function<String, Optional<BigDecimal>> figures;

    /** The words for an account with these figures, by name; empty where a figure is missing. */
    public SignalWords(Function<String, Optional<BigDecimal>> figures) {
        this.figures = figures;
    }

    /** The sentence for a signal whose figure is known. Signals of other models than the default say their figure. */
    public String sentence(String signal, BigDecimal figure) {
        return switch (signal) {
            case "usage-trend" -> trend(figure);
            case "adoption" -> Numbers.percent(figure) + " of the seats were used within 28 days.";
            case "recency" -> recency(figure.intValue());
            case "payments" -> payments(figure.intValue());
            case "support-load" -> tickets();
            case "sentiment" -> "Surveys and mentions stand at " + Numbers.score(figure) + " of 100.";
            case "pulse" -> "The success manager’s own opinion is " + Numbers.plain(figure) + " of 5.";
            default -> "The figure is " + Numbers.plain(figure) + ".";
        };
    }

    /** The sentence for a cap that holds. */
    public static String cap(String name, BigDecimal limit) {
        return CAPS.getOrDefault(name, Names.inWords(name)) + ": the score is at most " + Numbers.plain(limit) + ".";
    }

    private String trend(BigDecimal trend) {
        String share = "Weekly users are at " + Numbers.percent(trend) + " of the usual number";
        return named("wau")
                .flatMap(now ->
                        named("baseline").map(usual -> share + ": " + now + " this week, " + usual + " usually."))
                .orElse(share + ".");
    }

    private static String recency(int daysInactive) {
        return switch (daysInactive) {
            case 0 -> "Used today.";
            case 1 -> "Last used yesterday.";
            default -> "Last used " + daysInactive + " days ago.";
        };
    }

    private static String payments(int daysPastDue) {
        return daysPastDue == 0
                ? "Nothing is overdue."
                : "The oldest unpaid invoice is " + Days.count(daysPastDue) + " past due.";
    }

    private String tickets() {
        String opened = figures.apply("opened7")
                .map(count -> Numbers.counted(count.longValue(), "ticket") + " opened in 7 days")
                .orElse("Tickets opened in 7 days");
        return named("ticketRate")
                .map(rate -> opened + "; about " + rate + " a week are usual.")
                .orElse(opened + ".");
    }

    private Optional<String> named(String figure) {
        return figures.apply(figure).map(Numbers::plain);
    }
}
