package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A day's look at all contracts of an account.
 *
 * @param notices what is to be told, each once: noting the findings keeps the next review from telling it again
 */
public record Review(List<Finding> findings, List<Notice> notices) {

    private static final Comparator<Finding> BY_END = Comparator.comparing(Finding::lastDay)
            .thenComparing(finding -> finding.contract().contractId());

    public Review {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
    }

    /**
     * @param past by contract id; a contract that is missing has none
     * @param isGone whether nobody has to be called about a contract: none of its milestones is told, or passed over
     * @param newsDays an end that lies further back is noted, but is no news: imported history stays quiet
     */
    public static Review of(
            Collection<History> contracts,
            Map<String, Past> past,
            Predicate<Contract> isGone,
            LocalDate today,
            int newsDays) {
        List<Finding> found = contracts.stream()
                .map(history -> Finding.of(
                        history,
                        past.getOrDefault(history.contract().contractId(), Past.NONE),
                        isGone.test(history.contract()),
                        today))
                .sorted(BY_END)
                .toList();
        Optional<Finding> lost = lost(found);
        List<Finding> findings = found.stream()
                .map(finding -> finding.telling(
                        today.minusDays(newsDays),
                        lost.filter(finding::equals).map(x -> customerUntil(finding, found))))
                .toList();
        List<Notice> notices = new ArrayList<>();
        for (Finding finding : findings) {
            due(finding, today).ifPresent(notices::add);
            ended(finding).ifPresent(notices::add);
        }
        return new Review(findings, notices);
    }

    /** When the account asks for another look by itself. */
    public Optional<LocalDate> nextLookOn() {
        return findings.stream()
                .flatMap(finding -> finding.nextLookOn().stream())
                .min(LocalDate::compareTo);
    }

    private static Optional<Notice> due(Finding finding, LocalDate today) {
        return finding.due()
                .flatMap(milestone -> finding.course().undecided().map(term -> {
                    int daysLeft = (int) ChronoUnit.DAYS.between(today, milestone.decisionOn());
                    return new Notice.Due(
                            finding.contract(),
                            term,
                            milestone,
                            daysLeft,
                            milestone.dueOn().isBefore(today));
                }));
    }

    private static Optional<Notice> ended(Finding finding) {
        int told = finding.ending().told();
        return finding.ending().news().flatMap(end -> switch (end.outcome()) {
            case RENEWED -> finding.standing().period().map(term -> new Notice.Renewed(finding.contract(), term, told));
            case LAPSED -> Optional.of(new Notice.Lapsed(end.agreed(), end.term(), told));
            case CHURNED -> Optional.of(new Notice.Churned(end.agreed(), end.term(), told));
        });
    }

    /** A subscription that is agreed and only lacks usable dates is no reason to call the account lost. */
    private static boolean keepsAccount(Finding finding) {
        boolean undated = finding.standing() instanceof Standing.Undated
                && finding.contract().kind() == ContractKind.SUBSCRIPTION
                && finding.contract().status() == ContractStatus.ACTIVE;
        return undated || finding.standing().isCustomers();
    }

    /** The contract with which the account is lost, be it that another kept it for a while: the last that churned. */
    private static Optional<Finding> lost(List<Finding> found) {
        return found.stream().anyMatch(Review::keepsAccount)
                ? Optional.empty()
                : found.stream().filter(Finding::isChurned).reduce((first, last) -> last);
    }

    /** The last day on which the account was a customer, from the days of the lost one on without a gap; who tries is none. */
    private static LocalDate customerUntil(Finding lost, List<Finding> over) {
        List<Period> ran = over.stream()
                .filter(finding -> finding.contract().kind() == ContractKind.SUBSCRIPTION)
                .flatMap(Finding::ran)
                .sorted(Comparator.comparing(Period::startsOn))
                .toList();
        LocalDate until = lost.lastDay();
        for (Period days : ran) {
            boolean runsOn = !days.startsOn().isAfter(until.plusDays(1));
            until = runsOn && days.endsOn().isAfter(until) ? days.endsOn() : until;
        }
        return until;
    }
}
