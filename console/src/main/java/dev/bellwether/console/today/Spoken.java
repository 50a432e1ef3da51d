package dev.bellwether.console.today;

import dev.bellwether.console.renewal.Term;
import dev.bellwether.console.renewal.Word;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a form of the page says of a term. */
record Spoken(Term term, Word word) {

    /** What the form's fields say; nothing when they are not those of a form of this page. */
    static Optional<Spoken> of(Function<String, @Nullable String> field) {
        return term(field).flatMap(term -> word(field).map(word -> new Spoken(term, word)));
    }

    private static Optional<Term> term(Function<String, @Nullable String> field) {
        try {
            return Optional.of(new Term(
                            text(field, "account"), text(field, "contract"), LocalDate.parse(text(field, "term"))))
                    .filter(term ->
                            !term.account().isEmpty() && !term.contract().isEmpty());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Word> word(Function<String, @Nullable String> field) {
        String step = text(field, "step");
        String note = text(field, "note");
        return switch (text(field, "say")) {
            case "call" -> Optional.of(new Word.HowItEnds(text(field, "call"), note));
            case "done" -> Optional.of(new Word.StepDone(step));
            case "plan" -> Optional.of(new Word.StepPlanned(step, text(field, "assignee"), text(field, "dueOn"), note));
            default -> Optional.empty();
        };
    }

    private static String text(Function<String, @Nullable String> field, String name) {
        String said = field.apply(name);
        return said == null ? "" : said.strip();
    }
}
