package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.messaging.InTurn;
import dev.bellwether.renewal.RenewalSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what is said of accounts. Order and repetition of the words change nothing. */
@ApplicationScoped
public class Learning {

    private static final String ADD_VERSION = """
            insert into contract_fact (account_id, event_id, contract_id, occurred_at, heard_at, data)
            values (:account, :event, :contract, :at, :now, :data)
            on conflict do nothing
            """;

    /** On equal instants the clearing counts: a flag is never raised again under the same id. */
    private static final String SAY_FLAG = """
            insert into flag as f (account_id, flag_id, severity, raised_at, sentence, cleared, said_at, event_id)
            values (:account, :flag, :severity, :raisedAt, :sentence, :cleared, :at, :event)
            on conflict (account_id, flag_id) do update
               set severity = excluded.severity, sentence = excluded.sentence, cleared = excluded.cleared,
                   said_at = excluded.said_at, event_id = excluded.event_id
             where (f.said_at, f.cleared, f.event_id) < (excluded.said_at, excluded.cleared, excluded.event_id)
            """;

    private static final String SAY_SCORE = """
            insert into score_day as s (account_id, day, score, said_at, event_id)
            values (:account, :day, :score, :at, :event)
            on conflict (account_id, day) do update
               set score = excluded.score, said_at = excluded.said_at, event_id = excluded.event_id
             where (s.said_at, s.event_id) < (excluded.said_at, excluded.event_id)
            """;

    private final Locks locks;
    private final Bands bands;
    private final RenewalSettings settings;

    Learning(Locks locks, Bands bands, RenewalSettings settings) {
        this.locks = locks;
        this.bands = bands;
        this.settings = settings;
    }

    /** Locks the accounts spoken of, takes the words in, and answers the ids of accounts that want a look. */
    public Uni<Set<String>> learn(Mutiny.Session session, List<Word> words, Instant now) {
        Set<String> ids =
                words.stream().map(word -> word.event().accountId()).collect(Collectors.toCollection(TreeSet::new));
        return locks.all(session, ids).chain(rows -> {
            Map<String, AccountRow> byId =
                    rows.stream().collect(Collectors.toMap(row -> row.accountId, Function.identity()));
            Set<String> wanting = new TreeSet<>();
            return InTurn.each(
                            words,
                            word -> learn(session, byId, word, now).invoke(wants -> {
                                if (wants) {
                                    wanting.add(word.event().accountId());
                                }
                            }))
                    .replaceWith(wanting);
        });
    }

    /** Answers whether the account wants a look: its contracts may mean something else, or wait for what came. */
    private Uni<Boolean> learn(Mutiny.Session session, Map<String, AccountRow> rows, Word word, Instant now) {
        AccountRow row = Objects.requireNonNull(rows.get(word.event().accountId()), "every account was locked");
        Uni<Boolean> changed = switch (word) {
            case Word.OfContract(ContractChanged version) -> learn(session, row, version, now);
            case Word.OfAccount(AccountDescribed profile) ->
                AccountFacts.add(session, profile, now).map(x -> row.hear(profile));
            case Word.OfPulse(PulseTaken pulse) -> {
                row.hear(pulse);
                yield Uni.createFrom().item(false);
            }
            case Word.OfHealth(HealthEvent health) -> learn(session, row, health);
        };
        return changed.map(meansMore -> meansMore || row.isSettling());
    }

    private Uni<Boolean> learn(Mutiny.Session session, AccountRow row, ContractChanged version, Instant now) {
        return session.createNativeQuery(ADD_VERSION)
                .setParameter("account", version.accountId())
                .setParameter("event", version.id())
                .setParameter("contract", version.contractId())
                .setParameter("at", version.occurredAt())
                .setParameter("now", now.truncatedTo(ChronoUnit.MICROS))
                .setParameter("data", ContractFactRow.data(version))
                .executeUpdate()
                .map(written -> written == 1)
                .invoke(fresh -> {
                    if (fresh) {
                        row.settlesAt = now.plus(settings.settle()).truncatedTo(ChronoUnit.MICROS);
                    }
                });
    }

    private Uni<Boolean> learn(Mutiny.Session session, AccountRow row, HealthEvent event) {
        boolean otherBand = row.hear(event);
        return switch (event) {
            case ScoreChanged e ->
                bands.hear(session, e).chain(() -> sayScore(session, e)).replaceWith(otherBand);
            case FlagRaised e -> say(session, e, e.flag(), false).map(fresh -> fresh || otherBand);
            case FlagEscalated e -> say(session, e, e.flag(), false).map(fresh -> fresh || otherBand);
            case FlagCleared e -> say(session, e, e.flag(), true).map(fresh -> fresh || otherBand);
        };
    }

    private static Uni<Void> sayScore(Mutiny.Session session, ScoreChanged event) {
        return event.account().score() == null
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(SAY_SCORE)
                        .setParameter("account", event.accountId())
                        .setParameter(
                                "day", event.occurredAt().atZone(ZoneOffset.UTC).toLocalDate())
                        .setParameter("score", event.account().score())
                        .setParameter("at", event.occurredAt())
                        .setParameter("event", event.id())
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Answers whether these were news. */
    private Uni<Boolean> say(Mutiny.Session session, HealthEvent event, Flag flag, boolean cleared) {
        return session.createNativeQuery(SAY_FLAG)
                .setParameter("account", event.accountId())
                .setParameter("flag", flag.flagId())
                .setParameter("severity", flag.severity().name())
                .setParameter("raisedAt", flag.raisedAt())
                .setParameter("sentence", flag.sentence())
                .setParameter("cleared", cleared)
                .setParameter("at", event.occurredAt())
                .setParameter("event", event.id())
                .executeUpdate()
                .map(written -> written == 1);
    }
}
