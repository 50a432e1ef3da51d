package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of one account with occurredAt before the end of a day, each id once: all that may enter that day's figures. */
record KnownFacts(List<Fact> facts, LocalDate day, Premises premises) {

    /** Wide enough that what is equal on paper is equal here once the last twenty digits are rounded away. */
    static final MathContext DIGITS = new MathContext(60);

    /** A version's place in time; the larger id is the later of two at the same instant. */
    static final Comparator<Fact> BY_TIME =
            Comparator.comparing((Fact fact) -> fact.occurredAt()).thenComparing(Fact::id);

    /**
     * @param all in the order of arrival: of facts with the same id the first is the fact
     */
    static KnownFacts of(Collection<? extends Fact> all, LocalDate day, Premises premises) {
        Instant end = day.plusDays(1).atStartOfDay(premises.zone()).toInstant();
        Map<String, Fact> byId = new LinkedHashMap<>();
        for (Fact fact : all) {
            byId.putIfAbsent(fact.id(), fact);
        }
        byId.values().removeIf(fact -> !fact.occurredAt().isBefore(end));
        return new KnownFacts(List.copyOf(byId.values()), day, premises);
    }

    <F extends Fact> Stream<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The facts of a kind, gathered by what they are versions or answers of. */
    <F extends Fact> Map<String, List<F>> gathered(Class<F> kind, Function<F, String> identity) {
        Map<String, List<F>> groups = new LinkedHashMap<>();
        all(kind)
                .forEach(fact -> groups.merge(
                        identity.apply(fact),
                        List.of(fact),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return groups;
    }

    /** Last occurredAt wins, field by field; a version that leaves the field out says nothing of it. */
    static <F extends Fact, V> @Nullable V newest(Collection<F> versions, Function<F, @Nullable V> field) {
        return versions.stream()
                .filter(version -> field.apply(version) != null)
                .max(BY_TIME)
                .map(field)
                .orElse(null);
    }

    LocalDate dayOf(Fact fact) {
        return premises.dayOf(fact.occurredAt());
    }

    /** Whether the fact happened within so many days up to the day, both counted. */
    boolean withinDays(Fact fact, int days) {
        return withinDays(dayOf(fact), days);
    }

    boolean withinDays(LocalDate other, int days) {
        return !other.isBefore(day.minusDays(days - 1L)) && !other.isAfter(day);
    }

    /** D − other, in days. */
    long since(LocalDate other) {
        return day.toEpochDay() - other.toEpochDay();
    }

    /** The day of the account's first fact of any kind; null while there is none. */
    @Nullable
    LocalDate firstDay() {
        return facts.stream().map(this::dayOf).min(Comparator.naturalOrder()).orElse(null);
    }

    static BigDecimal number(long whole) {
        return BigDecimal.valueOf(whole);
    }

    static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DIGITS);
    }

    static BigDecimal ratio(long part, long whole) {
        return ratio(number(part), number(whole));
    }
}
