package dev.bellwether.health.score.figure;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.health.score.memory.Facts;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an account's running subscriptions are worth, for sorting and showing: what the retention ledger says of that day.
 *
 * @param arr annual value in minor units of {@code currency}: the account's own currency when it has contracts in it,
 *     otherwise the one with the highest figure; currencies are never added up. Null also where no 64 bits hold it
 * @param renewalOn the nearest decision date (last day of a term minus notice) that has not passed
 */
public record ContractValue(
        @Nullable Long arr,
        @Nullable String currency,
        @Nullable LocalDate renewalOn) {

    /** What the contracts are worth that are known as of the end of the day, on that day. */
    public static ContractValue asOf(Facts facts, LocalDate day) {
        List<List<Stretch>> contracts = facts.contractsAsOf(day);
        Map<String, BigInteger> values = new TreeMap<>();
        contracts.stream()
                .flatMap(contract -> running(contract, day))
                .filter(Stretch::hasCurrency)
                .forEach(stretch ->
                        values.merge(stretch.currency(), BigInteger.valueOf(stretch.annualAmount()), BigInteger::add));
        String own = Objects.requireNonNullElse(facts.asOf(day).profile().currency(), "");
        String currency = values.containsKey(own)
                ? own
                : values.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(null);
        return new ContractValue(
                currency == null ? null : told(values.get(currency)),
                currency,
                contracts.stream()
                        .flatMap(contract -> decision(contract, day).stream())
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    private static @Nullable Long told(@Nullable BigInteger value) {
        return value == null || value.bitLength() >= Long.SIZE ? null : Long.valueOf(value.longValue());
    }

    private static Stream<Stretch> running(List<Stretch> contract, LocalDate day) {
        return contract.stream().filter(stretch -> stretch.includes(day));
    }

    /** By the terms that were agreed last: what they follow is decided. */
    private static Optional<LocalDate> decision(List<Stretch> contract, LocalDate day) {
        Stretch.Terms terms = running(contract, day).findAny().isEmpty()
                ? null
                : contract.getLast().terms();
        Period term = terms == null ? null : terms.decidedBetween(day, Stretch.FOREVER);
        return terms == null || term == null
                ? Optional.empty()
                : Optional.of(term.endsOn().minusDays(terms.noticeDays()));
    }
}
