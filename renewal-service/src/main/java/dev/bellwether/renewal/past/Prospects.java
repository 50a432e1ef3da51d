package dev.bellwether.renewal.past;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.stake.Reckoner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is needed to reckon what is at stake: the company's past, and how the list is configured. */
@ApplicationScoped
public class Prospects {

    private final PastTerms pastTerms;
    private final int aheadDays;
    private final SortedMap<String, BigDecimal> rates = new TreeMap<>();

    Prospects(PastTerms pastTerms, RenewalSettings settings) {
        this.pastTerms = pastTerms;
        this.aheadDays = settings.todayAhead();
        // the environment tells no capitals
        settings.rates().forEach((currency, rate) -> rates.put(currency.toUpperCase(Locale.ROOT), rate));
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
