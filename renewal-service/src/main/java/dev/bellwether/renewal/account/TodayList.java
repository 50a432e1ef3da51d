package dev.bellwether.renewal.account;

import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.stake.Gravity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists what is at stake, the most money at risk a day first. */
@ApplicationScoped
public class TodayList {

    /** Of whose end somebody said what became of it, that term is decided, though its contract does not say so yet. */
    private static final String LIST = """
            select c, a from ContractRow c join AccountRow a on a.accountId = c.accountId
             where c.rank is not null and not exists (
               select 1 from OutcomeRow o
                where o.accountId = c.accountId and o.contractId = c.contractId and o.startsOn = c.startsOn)
            """;

    private static final String OWNER = " and c.owner = :owner";
    private static final String AFTER =
            " and (-c.rank, -c.gravity, c.accountId, c.contractId) > (:rank, :gravity, :account, :contract)";
    private static final String ORDER = " order by -c.rank, -c.gravity, c.accountId, c.contractId";
    private static final String FLAGS = "from FlagRow f where f.accountId in :ids and f.cleared = false";
    private static final String SCORES = """
            select asked.id, (select s.score from score_day s
                               where s.account_id = asked.id and s.day <= cast(:today as date) - 28
                               order by s.day desc limit 1)
              from unnest(cast(:ids as text[])) as asked (id)
            """;

    private record Line(ContractRow contract, AccountRow account) {}

    private final InstantSource clock;

    TodayList(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param owner e-mail, whatever its case; null for all
     * @param after where the page before ended
     */
    public Uni<List<AtStake>> list(
            Mutiny.Session session, @Nullable String owner, AtStake.@Nullable Place after, int limit) {
        var query = session.createQuery(
                LIST + (owner == null ? "" : OWNER) + (after == null ? "" : AFTER) + ORDER, Object[].class);
        if (owner != null) {
            query.setParameter("owner", owner.toLowerCase(Locale.ROOT));
        }
        if (after != null) {
            query.setParameter("rank", -after.rank())
                    .setParameter("gravity", -after.gravity())
                    .setParameter("account", after.accountId())
                    .setParameter("contract", after.contractId());
        }
        return query.setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(pair -> new Line((ContractRow) pair[0], (AccountRow) pair[1]))
                        .toList())
                .chain(lines -> complete(session, lines));
    }

    private Uni<List<AtStake>> complete(Mutiny.Session session, List<Line> lines) {
        Set<String> ids = lines.stream().map(line -> line.account().accountId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(FLAGS, FlagRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .chain(flags -> scores(session, ids)
                        .map(scores -> lines.stream()
                                .flatMap(line -> atStake(line, flags, scores))
                                .toList()));
    }

    /** The days of scores are those of UTC. */
    private Uni<Map<String, BigDecimal>> scores(Mutiny.Session session, Set<String> ids) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return session.createNativeQuery(SCORES, Object[].class)
                .setParameter("ids", ids.toArray(String[]::new))
                .setParameter("today", today)
                .getResultList()
                .map(rows -> {
                    Map<String, BigDecimal> scores = new HashMap<>();
                    rows.stream()
                            .filter(row -> row[1] != null)
                            .forEach(row -> scores.put((String) row[0], (BigDecimal) row[1]));
                    return scores;
                });
    }

    private static Stream<AtStake> atStake(Line line, List<FlagRow> flags, Map<String, BigDecimal> scores) {
        ContractRow contract = line.contract();
        return contract.exposure().stream()
                .map(exposure -> new AtStake(
                        contract.accountId,
                        line.account().snapshot(),
                        contract.contractId,
                        kind(contract.kind),
                        Objects.requireNonNull(contract.startsOn, "what is at stake has a term"),
                        Objects.requireNonNull(contract.endsOn, "what is at stake has a term"),
                        Objects.requireNonNull(contract.decisionOn, "what is at stake has a decision date"),
                        contract.autoRenew,
                        contract.annualValue(),
                        contract.currency,
                        exposure,
                        new Gravity(contract.gravity),
                        sentences(contract.accountId, flags),
                        line.account().pulse,
                        scores.get(contract.accountId)));
    }

    private static List<String> sentences(String accountId, List<FlagRow> flags) {
        return flags.stream()
                .filter(flag -> flag.accountId.equals(accountId))
                .sorted(FlagRow.GRAVEST_FIRST)
                .map(flag -> flag.sentence)
                .toList();
    }

    private static ContractKind kind(String json) {
        return Constant.named(ContractKind.values(), json).orElseThrow();
    }
}
