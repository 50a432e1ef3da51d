package dev.bellwether.renewal.forecast;

import dev.bellwether.renewal.likelihood.Fraction;
import dev.bellwether.renewal.retention.Sum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a quarter's renewals will bring, in one currency.
 *
 * @param due all terms whose decision date falls in the quarter: the sum of the outlooks
 * @param expected Σ ARR × likelihood; what is decided counts whole or not at all
 * @param low Σ ARR × the low end of each likelihood, as if all were wrong on the same side
 * @param high the same with the high ends
 * @param tooFew the terms whose likelihood rests on too few past terms
 */
public record Forecast(
        Sum due, Map<Outlook, Sum> outlooks, BigInteger expected, BigInteger low, BigInteger high, Sum tooFew) {

    public Forecast {
        outlooks = Map.copyOf(outlooks);
    }

    /** Adds terms of one currency up. */
    public static Forecast of(Collection<DueTerm> terms) {
        Map<Outlook, Sum> outlooks = new EnumMap<>(Outlook.class);
        for (Outlook outlook : Outlook.values()) {
            outlooks.put(outlook, sum(terms, term -> term.outlook() == outlook));
        }
        return new Forecast(
                sum(terms, term -> true),
                outlooks,
                expected(terms),
                weighed(terms, DueTerm::low),
                weighed(terms, DueTerm::high),
                sum(terms, DueTerm::tooFew));
    }

    private static Sum sum(Collection<DueTerm> terms, Predicate<DueTerm> wanted) {
        BigInteger arr = BigInteger.ZERO;
        long count = 0;
        for (DueTerm term : terms) {
            if (wanted.test(term)) {
                count++;
                arr = arr.add(BigInteger.valueOf(term.arr()));
            }
        }
        return new Sum(count, arr);
    }

    /** Terms alike are added up first: there are far fewer shares than terms. */
    private static BigInteger expected(Collection<DueTerm> terms) {
        Map<Fraction, BigInteger> alike = new HashMap<>();
        terms.forEach(term -> alike.merge(term.share(), BigInteger.valueOf(term.arr()), BigInteger::add));
        return alike.entrySet().stream()
                .map(share -> share.getKey().times(share.getValue()))
                .reduce(Fraction.ZERO, Fraction::plus)
                .rounded(0)
                .toBigInteger();
    }

    private static BigInteger weighed(Collection<DueTerm> terms, Function<DueTerm, BigDecimal> weight) {
        return terms.stream()
                .map(term -> BigDecimal.valueOf(term.arr()).multiply(weight.apply(term)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
    }
}
