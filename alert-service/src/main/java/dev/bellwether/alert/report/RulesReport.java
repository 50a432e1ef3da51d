package dev.bellwether.alert.report;

import dev.bellwether.alert.AlertMetrics;
import dev.bellwether.alert.policy.Precision;
import dev.bellwether.alert.store.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How often each kind of alert, and each rule within it, was right by what people said. */
@ApplicationScoped
public class RulesReport {

    private static final String COUNTS = """
            select a.kind, a.severity, v.verdict, count(*)
            from alert a left join verdict v on v.alert_id = a.id
            where a.told_severity is not null
            group by a.kind, a.severity, v.verdict order by a.kind, a.severity
            """;

    private final Transactions transactions;

    private final AlertMetrics metrics;

    RulesReport(Transactions transactions, AlertMetrics metrics) {
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** Shows the precision of every kind to whoever watches. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        return report().invoke(report -> report.kinds()
                        .forEach(line -> metrics.precision(
                                line.kind(),
                                line.precision() == null
                                        ? Double.NaN
                                        : line.precision().doubleValue())))
                .replaceWithVoid();
    }

    /**
     * One kind, or one rule: a kind at a severity.
     *
     * @param severity null for the whole kind
     * @param alerts how many there were
     * @param precision share of useful and known among those judged; null while they are too few to say
     * @param low lower end of its 95 % interval
     * @param high upper end of its 95 % interval
     * @param note "too few to say", or nothing
     */
    public record Line(
            String kind,
            @Nullable String severity,
            int alerts,
            int useful,
            int knewIt,
            int falseAlarm,
            @Nullable BigDecimal precision,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            String note) {}

    /**
     * The whole report.
     *
     * @param enough how many verdicts it takes to say something
     */
    public record Report(int enough, List<Line> kinds, List<Line> rules) {}

    /** Counts what is known now. */
    public Uni<Report> report() {
        return transactions
                .in(session -> session.createNativeQuery(COUNTS, Object[].class).getResultList())
                .map(RulesReport::report);
    }

    private static Report report(List<Object[]> rows) {
        Map<List<String>, Map<String, Integer>> kinds = new LinkedHashMap<>();
        Map<List<String>, Map<String, Integer>> rules = new LinkedHashMap<>();
        for (Object[] row : rows) {
            String verdict = row[2] == null ? "none" : (String) row[2];
            int count = ((Number) row[3]).intValue();
            count(kinds, List.of((String) row[0]), verdict, count);
            count(rules, List.of((String) row[0], (String) row[1]), verdict, count);
        }
        return new Report(Precision.ENOUGH, lines(kinds), lines(rules));
    }

    private static void count(
            Map<List<String>, Map<String, Integer>> counts, List<String> key, String verdict, int count) {
        counts.computeIfAbsent(key, unknown -> new LinkedHashMap<>()).merge(verdict, count, Integer::sum);
    }

    private static List<Line> lines(Map<List<String>, Map<String, Integer>> counts) {
        List<Line> lines = new ArrayList<>();
        counts.forEach((key, byVerdict) -> lines.add(line(key, byVerdict)));
        return lines;
    }

    private static Line line(List<String> key, Map<String, Integer> counts) {
        int useful = counts.getOrDefault("useful", 0);
        int knewIt = counts.getOrDefault("knew-it", 0);
        int falseAlarm = counts.getOrDefault("false-alarm", 0);
        var precision = new Precision(useful + knewIt + falseAlarm, useful + knewIt);
        boolean silent = precision.tooFewToSay();
        return new Line(
                key.getFirst(),
                key.size() > 1 ? key.get(1) : null,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                useful,
                knewIt,
                falseAlarm,
                silent ? null : share(precision.share()),
                silent ? null : share(precision.low()),
                silent ? null : share(precision.high()),
                silent ? "too few to say" : "");
    }

    private static BigDecimal share(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
    }
}
