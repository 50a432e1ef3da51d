package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.ledger.Answer;
import dev.bellwether.renewal.likelihood.Fraction;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The terms that are due in a quarter.
 *
 * @param groups by account; accounts without a group are missing
 */
public record Due(List<DueTerm> terms, Map<String, String> groups) {

    public Due {
        terms = List.copyOf(terms);
        groups = Map.copyOf(groups);
    }

    /** The group to which the term's account belongs. */
    public String group(DueTerm term) {
        return groups.getOrDefault(term.accountId(), Answer.NO_GROUP);
    }

    /** The terms of one group alone. */
    Due of(String group) {
        return new Due(terms.stream().filter(term -> group(term).equals(group)).toList(), groups);
    }

    /** The terms by group and currency, in their order. */
    public Map<Answer.Part, List<DueTerm>> parts() {
        return terms.stream()
                .collect(Collectors.groupingBy(
                        term -> new Answer.Part(group(term), term.currency()), TreeMap::new, Collectors.toList()));
    }

    /** What is expected of each term in minor units: each part of the terms adds up to what its forecast expects. */
    public Map<DueTerm, BigInteger> expected() {
        Map<DueTerm, BigInteger> expected = HashMap.newHashMap(terms.size());
        parts().values().forEach(part -> {
            Fraction sum = Fraction.ZERO;
            BigInteger told = BigInteger.ZERO;
            for (DueTerm term : part.stream()
                    .sorted(Comparator.comparing(DueTerm::accountId).thenComparing(DueTerm::contractId))
                    .toList()) {
                sum = sum.plus(term.share().times(BigInteger.valueOf(term.arr())));
                BigInteger rounded = sum.rounded(0).toBigInteger();
                expected.put(term, rounded.subtract(told));
                told = rounded;
            }
        });
        return expected;
    }
}
