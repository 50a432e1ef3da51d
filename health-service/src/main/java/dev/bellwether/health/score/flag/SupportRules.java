package dev.bellwether.health.score.flag;

import static dev.bellwether.health.score.flag.Wording.counted;
import static dev.bellwether.health.score.flag.Wording.days;

import dev.bellwether.contracts.Severity;
import dev.bellwether.health.score.Measure;
import dev.bellwether.health.score.figure.Figures;
import dev.bellwether.health.score.figure.SupportFigures;
import dev.bellwether.health.score.memory.Ticket;
import java.util.List;
import java.util.function.Supplier;

/** Flags about support tickets. */
final class SupportRules {

    private SupportRules() {}

    static Verdict spike(Figures figures) {
        SupportFigures support = figures.support();
        Double rate = support.ticketRate();
        Double p = support.ticketP();
        if (rate == null || p == null) {
            return Verdict.UNDECIDED;
        }
        Supplier<Finding> finding = () -> Finding.of(
                        saySpike(support.opened7(), rate),
                        figures,
                        Measure.OPENED_7,
                        Measure.TICKET_RATE,
                        Measure.TICKET_P)
                .from(ids(support.openedThisWeek()));
        if (p > 0.05) {
            return new Verdict.Over(finding);
        }
        return support.spike()
                ? new Verdict.Holds(p < 0.0001 ? Severity.HIGH : Severity.MEDIUM, finding)
                : Verdict.UNDECIDED;
    }

    private static String saySpike(int opened, double rate) {
        return "%s opened this week; %s a week is usual for this account."
                .formatted(counted(opened, "ticket") + (opened == 1 ? " was" : " were"), Wording.number(rate));
    }

    static Verdict urgent(Figures figures) {
        Integer oldest = figures.support().oldestUrgentDays();
        if (oldest == null) {
            return new Verdict.Over(
                    () -> Finding.of("No urgent ticket is open any more.", figures, Measure.URGENT_OPEN));
        }
        return oldest >= 2 ? new Verdict.Holds(Severity.HIGH, () -> urgentFinding(figures, oldest)) : Verdict.UNDECIDED;
    }

    private static Finding urgentFinding(Figures figures, int oldest) {
        List<Ticket> urgent = figures.support().urgent();
        String sentence = urgent.size() == 1
                ? "An urgent ticket has been open for %s.".formatted(days(oldest))
                : "%s are open, the oldest for %s.".formatted(counted(urgent.size(), "urgent ticket"), days(oldest));
        return Finding.of(sentence, figures, Measure.URGENT_OPEN, Measure.OLDEST_URGENT_DAYS)
                .from(ids(urgent));
    }

    private static List<String> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::ticketId).toList();
    }
}
