package dev.bellwether.renewal.api;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.Problem;
import dev.bellwether.renewal.term.Course;
import dev.bellwether.renewal.term.End;
import dev.bellwether.renewal.term.History;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The term of a contract that somebody speaks of. */
final class NamedTerm {

    private NamedTerm() {}

    /**
     * The term that begins on that day; the one that runs, or last ran, when none is named.
     *
     * @throws Refusal when the contract has or had no such term
     */
    static Optional<Period> of(History history, LocalDate today, @Nullable LocalDate startsOn) {
        Course course = history.course(today);
        Optional<Period> spokenOf = course.term();
        if (startsOn == null) {
            return spokenOf;
        }
        Optional<Period> named = Stream.of(
                        spokenOf.stream(),
                        course.standing().period().stream(),
                        course.ends().stream().map(End::term))
                .flatMap(Function.identity())
                .filter(term -> term.startsOn().equals(startsOn))
                .findFirst();
        if (named.isEmpty()) {
            throw Refusal.fields(List.of(new Problem("/term", "must be the first day of a term of this contract")));
        }
        return named;
    }
}
