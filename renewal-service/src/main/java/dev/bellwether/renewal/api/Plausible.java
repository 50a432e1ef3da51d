package dev.bellwether.renewal.api;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Dates;
import dev.bellwether.contracts.agreed.Versions;
import dev.bellwether.renewal.account.Account;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a person is told at once, while a source's event would be kept and shown as undated or without value. */
final class Plausible {

    private Plausible() {}

    /**
     * What does not fit together in the contract that a version would make of what is known.
     *
     * @param fallback in which days are counted of an account that names no zone
     */
    static List<Problem> problems(ContractChanged version, List<Account> known, ZoneId fallback) {
        List<ContractChanged> all = new ArrayList<>();
        known.forEach(account -> all.addAll(account.versions().getOrDefault(version.contractId(), List.of())));
        all.add(version);
        String currency = known.isEmpty() ? null : known.getFirst().profile().currency();
        ZoneId zone = known.isEmpty() ? fallback : known.getFirst().profile().zone(fallback);
        Contract contract = Versions.fold(all, zone, currency);
        List<Problem> problems = new ArrayList<>();
        if (version.status() == ContractStatus.ACTIVE && version.cancelledOn() != null) {
            problems.add(new Problem("/cancelledOn", "must not come with the status active"));
        }
        if (version.currency() != null && !Tender.isCurrent(version.currency())) {
            problems.add(new Problem("/currency", "must be one of ISO 4217 that is in use"));
        }
        boolean unusable = contract.dates() instanceof Dates.Unusable;
        if (unusable && isAboutDates(version) && !isCancelledBeforeItBegins(contract, all)) {
            problems.add(new Problem("/endsOn", "must not be before startsOn; a trial needs one of them"));
        }
        boolean worthless =
                contract.currency() == null && !contract.prices().lines().isEmpty();
        if (worthless && isAboutMoney(version) && problems.stream().noneMatch(Plausible::isAboutCurrency)) {
            problems.add(new Problem("/currency", "is required: neither the contract nor its account names one"));
        }
        return problems;
    }

    /** What a source said wrongly of the days, or of the money, keeps nobody from saying something else. */
    private static boolean isAboutDates(ContractChanged version) {
        return version.startsOn() != null || version.endsOn() != null || version.kind() != null;
    }

    private static boolean isAboutCurrency(Problem problem) {
        return problem.pointer().equals("/currency");
    }

    private static boolean isAboutMoney(ContractChanged version) {
        return version.lines() != null || version.renewalLines() != null || version.currency() != null;
    }

    private static boolean isCancelledBeforeItBegins(Contract contract, List<ContractChanged> versions) {
        return contract.kind() == ContractKind.SUBSCRIPTION
                && contract.stop().since() != null
                && versions.stream().allMatch(version -> version.endsOn() == null);
    }
}
