package dev.bellwether.renewal.past;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.stake.Reckoner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is needed to reckon what is at stake: the company's past, and how the list is configured. */
@ApplicationScoped
public class Prospects {

    private static final String RATES = "bellwether.renewal.rates.";

    private final PastTerms pastTerms;
    private final int aheadDays;
    private final SortedMap<String, BigDecimal> rates;

    Prospects(PastTerms pastTerms, RenewalSettings settings) {
        this.pastTerms = pastTerms;
        this.aheadDays = settings.todayAhead();
        this.rates = rates(settings.rates());
    }

    /** Checked at start: a rate that makes no sense would order the list without a word. */
    static SortedMap<String, BigDecimal> rates(Map<String, BigDecimal> configured) {
        SortedMap<String, BigDecimal> rates = new TreeMap<>();
        configured.forEach((currency, rate) -> rates.put(currency(currency), positive(currency, rate)));
        return rates;
    }

    /** The environment tells no capitals. */
    private static String currency(String code) {
        String currency = code.toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            throw new IllegalArgumentException(RATES + code + " names no currency of ISO 4217");
        }
        return currency;
    }

    private static BigDecimal positive(String code, BigDecimal rate) {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException(RATES + code + " must be more than 0, and is " + rate);
        }
        return rate;
    }

    /** By all that has ended so far. */
    public Uni<Reckoner> reckoner(Mutiny.Session session) {
        return pastTerms.likelihoods(session).map(likelihoods -> new Reckoner(likelihoods, aheadDays, rates));
    }

    /** How the list is configured, in words: what was reckoned under other words is to be reckoned anew. */
    public String configured() {
        return "ahead=" + aheadDays + " rates=" + rates;
    }
}
