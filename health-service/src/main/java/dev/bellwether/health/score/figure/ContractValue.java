package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Period;
import dev.bellwether.health.score.memory.Contract;
import dev.bellwether.health.score.memory.Known;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account's running subscriptions are worth, for sorting and showing. A contract that names no currency is in
 * that of its account.
 *
 * @param arr annual value in minor units of {@code currency}: the account's own currency when it has contracts in it,
 *     otherwise the one with the highest figure; currencies are never added up
 * @param renewalOn the nearest decision date (last day of a term minus notice) that has not passed
 */
public record ContractValue(
        @Nullable Long arr,
        @Nullable String currency,
        @Nullable LocalDate renewalOn) {

    /** What the contracts are worth that are known, on that day. */
    public static ContractValue of(Known known) {
        List<Contract> running = known.contracts().stream()
                .filter(contract -> isRunning(contract, known.day()))
                .toList();
        Map<String, Long> values = new TreeMap<>();
        for (Contract contract : running) {
            String in = contract.currency() == null ? known.profile().currency() : contract.currency();
            if (in != null && !contract.lines().isEmpty()) {
                long value = contract.lines().stream()
                        .mapToLong(ContractLine::annualAmount)
                        .sum();
                values.merge(in, value, Long::sum);
            }
        }
        String currency =
                values.containsKey(Objects.requireNonNullElse(known.profile().currency(), ""))
                        ? known.profile().currency()
                        : values.entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .orElse(null);
        LocalDate renewal = running.stream()
                .map(contract -> decision(contract, known.day()))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ContractValue(currency == null ? null : values.get(currency), currency, renewal);
    }

    private static boolean isRunning(Contract contract, LocalDate day) {
        boolean begun = contract.startsOn() == null || !contract.startsOn().isAfter(day);
        LocalDate ends = lastDay(contract);
        boolean within = ends == null || !ends.isBefore(day);
        boolean signed = contract.status() != ContractStatus.DRAFT && contract.status() != ContractStatus.ENDED;
        return contract.kind() != ContractKind.TRIAL && begun && signed && (within || renewsItself(contract));
    }

    /** Of what has no end but was cancelled, the notice runs from the day of the cancellation. */
    private static @Nullable LocalDate lastDay(Contract contract) {
        LocalDate cancelledOn = contract.cancelledOn();
        return contract.endsOn() == null && cancelledOn != null
                ? cancelledOn.plusDays(Objects.requireNonNullElse(contract.noticeDays(), 0))
                : contract.endsOn();
    }

    private static boolean renewsItself(Contract contract) {
        return Boolean.TRUE.equals(contract.autoRenew())
                && contract.status() != ContractStatus.CANCELLED
                && contract.cancelledOn() == null;
    }

    private static @Nullable LocalDate decision(Contract contract, LocalDate day) {
        LocalDate starts = contract.startsOn();
        LocalDate ends = contract.endsOn();
        if (ends == null) {
            return null;
        }
        int notice = Objects.requireNonNullElse(contract.noticeDays(), 0);
        if (starts != null && !ends.isBefore(starts) && renewsItself(contract)) {
            Period first = new Period(starts, ends);
            Period term = first;
            for (int renewals = 1; term.endsOn().minusDays(notice).isBefore(day); renewals++) {
                term = first.repeated(renewals);
            }
            return term.endsOn().minusDays(notice);
        }
        LocalDate decision = ends.minusDays(notice);
        return decision.isBefore(day) ? null : decision;
    }
}
