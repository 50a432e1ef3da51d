package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bellwether.ingest.money.Money;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a value is found in an item. */
sealed interface Expression {

    /**
     * The value, or null when the item has none.
     *
     * @throws IllegalArgumentException when it cannot be made; the message completes a sentence that begins with the field
     */
    @Nullable
    JsonNode find(JsonNode item);

    /** Whether it says anything: null and empty text do not. */
    static boolean isPresent(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isBlank());
    }

    /** The same whatever the item holds. */
    record Constant(JsonNode value) implements Expression {

        @Override
        public JsonNode find(JsonNode item) {
            return value;
        }
    }

    /** What stands at a place. */
    record Place(JsonPointer pointer) implements Expression {

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            JsonNode value = item.at(pointer);
            return isPresent(value) ? value : null;
        }
    }

    /**
     * Text with values of places in it; nothing when one of them is absent.
     *
     * @param parts constants and places, in order
     */
    record Template(List<Expression> parts) implements Expression {

        public Template {
            parts = List.copyOf(parts);
        }

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            StringBuilder text = new StringBuilder();
            for (Expression part : parts) {
                JsonNode value = part.find(item);
                if (value == null || value.isContainerNode()) {
                    return null;
                }
                text.append(value.asText());
            }
            return TextNode.valueOf(text.toString());
        }
    }

    /** The first that finds something. */
    record First(List<Expression> alternatives) implements Expression {

        public First {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            for (Expression alternative : alternatives) {
                JsonNode value = alternative.find(item);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }
    }

    /** Found only while the conditions hold. */
    record Provided(When when, Expression inner) implements Expression {

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            return when.holds(item) ? inner.find(item) : null;
        }
    }

    /**
     * Another word for the one that is found.
     *
     * @param words by the sender's word in lower case; a word that is not among them stays as it is
     * @param otherwise instead of a word that is not among them
     */
    record Mapped(
            Expression inner,
            Map<String, JsonNode> words,
            @Nullable Expression otherwise) implements Expression {

        public Mapped {
            words = Map.copyOf(words);
        }

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            JsonNode value = inner.find(item);
            if (value == null) {
                return null;
            }
            JsonNode word = words.get(value.asText().toLowerCase(Locale.ROOT));
            if (word != null) {
                return word.isNull() ? null : word;
            }
            return otherwise == null ? value : otherwise.find(item);
        }
    }

    /** A number times another; what is no number stays as it is, to be complained about where its kind is known. */
    record Times(Expression inner, BigDecimal factor) implements Expression {

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            JsonNode value = inner.find(item);
            BigDecimal number = value == null ? null : Kind.number(value);
            return number == null ? value : new Reckoned(number.multiply(factor));
        }
    }

    /**
     * An amount in major units, in minor ones; what is no number stays as it is.
     *
     * @param currency says how many decimals there are
     */
    record Decimal(Expression inner, Expression currency) implements Expression {

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            JsonNode value = inner.find(item);
            BigDecimal number = value == null ? null : Kind.number(value);
            if (number == null) {
                return value;
            }
            JsonNode code = currency.find(item);
            return new Reckoned(number.movePointRight(Money.decimals(code == null ? null : code.asText())));
        }
    }

    /** Text in the sender's own form of a date, rewritten as an ISO instant or day; what does not parse stays. */
    record Dated(Expression inner, DateTimeFormatter format) implements Expression {

        @Override
        public @Nullable JsonNode find(JsonNode item) {
            JsonNode value = inner.find(item);
            String text = value == null ? null : Moments.rewritten(value.asText(), format);
            return text == null ? value : TextNode.valueOf(text);
        }
    }
}
