package dev.bellwether.renewal.account;

import dev.bellwether.renewal.RenewalSettings;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.stake.Reckoner;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is needed to reckon what is at stake: the company's past, and how the list is configured. */
@ApplicationScoped
public class Prospects {

    private final RenewalSettings settings;

    Prospects(RenewalSettings settings) {
        this.settings = settings;
    }

    /** By all that has ended so far. */
    public Uni<Reckoner> reckoner(Mutiny.Session session) {
        return Uni.createFrom().item(new Reckoner(new Likelihoods(Map.of()), settings.todayAhead(), settings.rates()));
    }
}
