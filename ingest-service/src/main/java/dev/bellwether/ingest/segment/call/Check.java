package dev.bellwether.ingest.segment.call;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Storable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one call and notes what is wrong with them; a field that is wrong or blank reads as null. */
final class Check {

    private static final int TEXT_LIMIT = 500;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

    private final RawCall raw;
    private final List<Problem> problems;

    Check(RawCall raw) {
        this.raw = raw;
        this.problems = new ArrayList<>();
    }

    List<Problem> problems() {
        return problems;
    }

    void problem(Field field, String detail) {
        Problem problem = new Problem(field.pointer(), detail);
        if (!problems.contains(problem)) { // what a single call shares with itself is looked at twice
            problems.add(problem);
        }
    }

    private @Nullable String first(Field field) {
        String text = raw.first(field);
        if (text == null && raw.wrong().contains(field)) {
            problem(field, "must be text or a number");
        }
        return text;
    }

    /** An id of a user, an account or a message. */
    @Nullable
    String identifier(Field field) {
        return identifier(field, first(field));
    }

    /** The first of these that is good, as an id; a wrong one is no harm beside it. */
    @Nullable
    String firstIdentifier(Field... fields) {
        Field wrong = null;
        for (Field field : fields) {
            String text = raw.first(field);
            if (text != null && ofIdentifier(text) == null) {
                return text;
            }
            wrong = wrong == null && raw.holds(field) ? field : wrong;
        }
        return wrong == null ? null : identifier(wrong);
    }

    @Nullable
    String text(Field field) {
        String text = first(field);
        return checked(field, text, text == null ? null : ofText(text, TEXT_LIMIT));
    }

    /** The first of these fields that is there. */
    @Nullable
    Instant instant(Field... fields) {
        for (Field field : fields) {
            String text = first(field);
            if (text != null) {
                Instant instant = Moment.parse(text);
                if (instant == null) {
                    problem(field, "must be an ISO 8601 instant of 1970 to 9999, like 2026-03-31T09:30:00.000Z");
                }
                return instant;
            }
        }
        return null;
    }

    /** A number of at most six decimals. */
    @Nullable
    BigDecimal quantity(Field field) {
        String text = first(field);
        BigDecimal number = text == null ? null : number(text);
        if (text != null && number == null) {
            problem(field, "must be a number of at most 12 digits and 6 decimals");
        }
        return number;
    }

    private static @Nullable BigDecimal number(String text) {
        if (text.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.strip());
            boolean plain = number.scale() >= -12
                    && number.scale() <= 40
                    && number.abs().compareTo(MOST) <= 0;
            return plain && number.stripTrailingZeros().scale() <= 6 ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A text that stands for this field, though it may come from elsewhere. */
    @Nullable
    String identifier(Field field, @Nullable String text) {
        return checked(field, text, text == null ? null : ofIdentifier(text));
    }

    private @Nullable String checked(Field field, @Nullable String text, @Nullable String complaint) {
        if (complaint != null) {
            problem(field, complaint);
            return null;
        }
        return text;
    }

    private static @Nullable String ofIdentifier(String text) {
        String complaint = ofText(text, Attributes.LIMIT);
        return complaint == null && !Attributes.isReadable(text) ? Attributes.UNREADABLE_DETAIL : complaint;
    }

    private static @Nullable String ofText(String text, int limit) {
        if (text.length() > limit) {
            return "must have at most " + limit + " characters";
        }
        return Storable.isStorable(text) ? null : "must not hold a NUL or half a surrogate pair";
    }
}
