package dev.bellwether.health.simulation;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Occurrence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a company is: its name, its seats, its contracts, and whether it has left. */
final class Profile {

    private Profile() {}

    static void happens(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        // now and then the account was described long before anything happened
        LocalDate from = chance.oneIn(4) ? first.minusDays(chance.between(1, 500)) : first;
        facts.add(described(chance, chance.on(from), first));
        for (int i = chance.below(4); i > 0; i--) {
            facts.add(described(chance, chance.on(first.plusDays(chance.below(days + 1))), first));
        }
        Occurrence twice = chance.on(first.plusDays(chance.below(days + 1)));
        facts.add(described(chance, twice, first));
        facts.add(described(chance, chance.at(twice.at()), first));
        if (chance.oneIn(8)) {
            facts.add(left(chance, chance.on(first.plusDays(chance.below(days + 1))), last));
        }
        if (chance.oneIn(2)) {
            facts.add(contract(chance, chance.on(first), first));
        }
    }

    private static AccountDescribed described(Chance chance, Occurrence at, LocalDate first) {
        return new AccountDescribed(
                at,
                chance.maybe(() -> "Company " + chance.below(3)),
                chance.maybe(() -> "csm-" + chance.below(3) + "@bellwether.example"),
                chance.maybe(() -> "smb"),
                chance.maybe(() -> "live"),
                chance.maybe(() -> chance.oneOf(List.of(0, 1, 3, 4, 5, 8, 10, 20, 30))),
                chance.maybe(() -> chance.oneOf(List.of("EUR", "GBP"))),
                chance.maybe(() -> "America/New_York"),
                null,
                chance.oneIn(2) ? Map.of() : Map.of("since", first.toString(), "size", "" + chance.below(3)),
                chance.maybe(() -> AccountStatus.ACTIVE),
                null,
                null);
    }

    private static AccountDescribed left(Chance chance, Occurrence at, LocalDate last) {
        return new AccountDescribed(
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                AccountStatus.CHURNED,
                chance.maybe(() -> last.minusDays(chance.between(-3, 20))),
                chance.maybe(() -> "price"));
    }

    private static ContractChanged contract(Chance chance, Occurrence at, LocalDate first) {
        return new ContractChanged(
                at,
                "contract-" + chance.below(2),
                chance.maybe(() -> ContractKind.SUBSCRIPTION),
                chance.maybe(() -> first),
                chance.maybe(() -> first.plusYears(1).minusDays(1)),
                chance.maybe(() -> chance.oneOf(List.of(0, 30, 90))),
                chance.maybe(() -> chance.oneIn(2)),
                chance.maybe(() -> List.of(new ContractLine("seats", 1_200_00))),
                chance.maybe(() -> "EUR"),
                chance.maybe(() -> chance.oneOf(List.of(ContractStatus.values()))),
                null);
    }
}
