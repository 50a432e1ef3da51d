package dev.bellwether.alert.policy;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Term;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import java.util.Optional;

/** Which episode an event speaks of. */
public final class Subject {

    /** The kind of what is said to the manager. */
    public static final String DISPUTED = "RENEWAL_DISPUTED";

    private Subject() {}

    /** What an event speaks of, if that is anything that is told. */
    public static Optional<Episode> episode(Event event) {
        return switch (event) {
            case HealthEvent e -> of(e);
            case RenewalEvent e -> Optional.of(of(e));
            case Fact e -> Optional.empty();
        };
    }

    /** The flag's episode; nothing for an event that speaks of the whole account. */
    public static Optional<Episode> of(HealthEvent event) {
        return switch (event) {
            case ScoreChanged e -> Optional.empty();
            case FlagRaised e -> Optional.of(flag(e.accountId(), e.flag()));
            case FlagEscalated e -> Optional.of(flag(e.accountId(), e.flag()));
            case FlagCleared e -> Optional.of(flag(e.accountId(), e.flag()));
        };
    }

    /** The milestone or outcome of the term; each comes once per contract and term, and again when its dates move. */
    public static Episode of(RenewalEvent event) {
        return switch (event) {
            case RenewalDue e -> term(e, e.term(), "RENEWAL_DUE", "/" + e.term().decisionOn() + "/" + e.milestone());
            case RenewalDisputed e ->
                new Episode(
                        Matter.ofCall(e.accountId(), e.term().contractId()),
                        DISPUTED,
                        term(e.term()) + "/" + e.term().decisionOn() + "/" + e.milestone());
            case TermLapsed e -> term(e, e.term(), "TERM_LAPSED", "");
            case TermRenewed e -> term(e, e.term(), "TERM_RENEWED", "");
            case AccountChurned e -> term(e, e.term(), "ACCOUNT_CHURNED", "");
        };
    }

    static Episode flag(String accountId, Flag flag) {
        return new Episode(Matter.ofFlag(accountId, flag.kind()), flag.kind().json(), flag.flagId());
    }

    private static Episode term(RenewalEvent event, Term term, String kind, String milestone) {
        Matter matter = Matter.ofContract(event.accountId(), term.contractId());
        return new Episode(matter, kind, term(term) + milestone);
    }

    private static String term(Term term) {
        return term.startsOn() + "/" + term.endsOn();
    }
}
