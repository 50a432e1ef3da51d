package dev.bellwether.renewal.past;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.stake.Reckoner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is needed to reckon what is at stake: the company's past, and how the list is configured. */
@ApplicationScoped
public class Prospects {

    private final PastTerms pastTerms;
    private final RenewalSettings settings;

    Prospects(PastTerms pastTerms, RenewalSettings settings) {
        this.pastTerms = pastTerms;
        this.settings = settings;
    }

    /** By all that has ended so far. */
    public Uni<Reckoner> reckoner(Mutiny.Session session) {
        return pastTerms
                .likelihoods(session)
                .map(likelihoods -> new Reckoner(likelihoods, settings.todayAhead(), settings.rates()));
    }
}
