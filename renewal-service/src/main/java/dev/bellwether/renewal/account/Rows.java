package dev.bellwether.renewal.account;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.renewal.desk.Desks;
import dev.bellwether.renewal.stake.Call;
import dev.bellwether.renewal.stake.Gravity;
import dev.bellwether.renewal.term.Milestone;
import dev.bellwether.renewal.term.Past;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rows that belong to some accounts, to be sorted by account.
 *
 * @param flags the open ones
 */
record Rows(
        List<ContractChanged> facts,
        List<FlagRow> flags,
        List<MilestoneRow> milestones,
        List<TermEndRow> ends,
        Map<Desks.Key, Call> calls) {

    List<Account> accounts(List<AccountRow> rows) {
        var factsOf = by(facts, ContractChanged::accountId);
        var flagsOf = by(flags, row -> row.accountId);
        var milestonesOf = by(milestones, row -> row.accountId);
        var endsOf = by(ends, row -> row.accountId);
        var callsOf = calls.entrySet().stream()
                .collect(Collectors.groupingBy(
                        call -> call.getKey().accountId(), Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return rows.stream()
                .map(row -> new Account(
                        row.accountId,
                        row.profile(),
                        row.condition,
                        sentences(flagsOf.getOrDefault(row.accountId, List.of())),
                        gravity(flagsOf.getOrDefault(row.accountId, List.of())),
                        callsOf.getOrDefault(row.accountId, Map.of()),
                        versions(factsOf.getOrDefault(row.accountId, List.of())),
                        past(
                                milestonesOf.getOrDefault(row.accountId, List.of()),
                                endsOf.getOrDefault(row.accountId, List.of())),
                        row.settlesAt))
                .toList();
    }

    private static List<String> sentences(List<FlagRow> flags) {
        return flags.stream()
                .sorted(FlagRow.GRAVEST_FIRST)
                .map(row -> row.sentence)
                .toList();
    }

    private static Gravity gravity(List<FlagRow> flags) {
        return Gravity.of(flags.stream().map(row -> row.severity).toList());
    }

    private static Map<String, List<ContractChanged>> versions(List<ContractChanged> facts) {
        return facts.stream().collect(Collectors.groupingBy(ContractChanged::contractId));
    }

    private static Map<String, Past> past(List<MilestoneRow> milestones, List<TermEndRow> ends) {
        Map<String, Map<Milestone, Past.Mark>> noted = new HashMap<>();
        for (MilestoneRow row : milestones) {
            noted.computeIfAbsent(row.contractId, id -> new HashMap<>()).put(row.milestone(), row.mark());
        }
        Map<String, Map<LocalDate, Past.Ended>> ended = new HashMap<>();
        for (TermEndRow row : ends) {
            ended.computeIfAbsent(row.contractId, id -> new HashMap<>()).put(row.endsOn, row.ended());
        }
        Set<String> contracts = new HashSet<>(noted.keySet());
        contracts.addAll(ended.keySet());
        return contracts.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> new Past(noted.getOrDefault(id, Map.of()), ended.getOrDefault(id, Map.of()))));
    }

    private static <T> Map<String, List<T>> by(List<T> rows, Function<T, String> account) {
        return rows.stream().collect(Collectors.groupingBy(account));
    }
}
