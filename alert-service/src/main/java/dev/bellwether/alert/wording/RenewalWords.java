package dev.bellwether.alert.wording;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Term;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The messages about a contract. */
final class RenewalWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final int LAST_CALL_DAYS = 7;
    private static final int SOON_DAYS = 30;

    private RenewalWords() {}

    static Wording of(RenewalEvent event, URI console) {
        return switch (event) {
            case RenewalDue e -> due(e, console);
            case RenewalDisputed e ->
                wording(e, e.term(), "call and figures disagree", e.sentence(), Tone.CONCERNED, console);
            case TermLapsed e ->
                wording(
                        e,
                        e.term(),
                        name(e.term()) + " lapsed",
                        "It ended on " + day(e.term().endsOn()) + " and was not renewed.",
                        Tone.ALARMED,
                        console);
            case TermRenewed e ->
                wording(
                        e,
                        e.term(),
                        name(e.term()) + " renewed",
                        "A new term runs from " + day(e.term().startsOn()) + " to "
                                + day(e.term().endsOn()) + ".",
                        Tone.GOOD,
                        console);
            case AccountChurned e ->
                wording(
                        e,
                        e.term(),
                        "the customer has left",
                        "The cancelled " + name(e.term()) + " ended on "
                                + day(e.term().endsOn()) + ".",
                        Tone.ALARMED,
                        console);
        };
    }

    private static Wording due(RenewalDue event, URI console) {
        Term term = event.term();
        String what = name(term) + " decision " + inDays(event.daysLeft());
        String consequence =
                term.autoRenew() ? "Without a no it renews by itself." : "It ends unless somebody renews it.";
        String sentence = "The customer can decide until " + day(term.decisionOn()) + ", " + left(event.daysLeft())
                + ". " + consequence;
        Wording plain = wording(event, term, what, sentence, tone(event.daysLeft()), console);
        List<Line> details = new ArrayList<>(plain.details());
        details.add(new Line("Open flags", event.flags().isEmpty() ? "none" : String.join("; ", event.flags())));
        return new Wording(
                plain.account(),
                what,
                sentence,
                plain.nextStep(),
                plain.standing(),
                details,
                plain.link(),
                plain.tone());
    }

    private static Wording wording(
            RenewalEvent event, Term term, String what, String sentence, Tone tone, URI console) {
        List<Line> details = List.of(
                new Line("Annual value", Money.inWords(term.annualValue())),
                new Line("Decision date", day(term.decisionOn())),
                new Line("Term", day(term.startsOn()) + " to " + day(term.endsOn())),
                new Line("Renews by itself", term.autoRenew() ? "yes" : "no"),
                new Line("Contract", term.contractId()));
        return new Wording(
                event.account().name(),
                what,
                sentence,
                NextSteps.after(event),
                AccountWords.standing(event.account()),
                details,
                AccountWords.page(console, event.accountId()),
                tone);
    }

    private static String name(Term term) {
        return term.kind() == ContractKind.TRIAL ? "trial" : "subscription";
    }

    private static String inDays(int daysLeft) {
        return switch (daysLeft) {
            case 0 -> "today";
            case 1 -> "tomorrow";
            default -> daysLeft > 0 ? "in " + daysLeft + " days" : "is past";
        };
    }

    private static String left(int daysLeft) {
        return daysLeft < 0 ? "which is past" : daysLeft == 1 ? "1 day left" : daysLeft + " days left";
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static Tone tone(int daysLeft) {
        return daysLeft <= LAST_CALL_DAYS ? Tone.ALARMED : daysLeft <= SOON_DAYS ? Tone.CONCERNED : Tone.CALM;
    }
}
