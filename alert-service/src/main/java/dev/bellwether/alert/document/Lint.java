package dev.bellwether.alert.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Problem;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One object of a document. Whatever is asked of it and is wrong becomes a fault; so does what nobody asks for. */
public final class Lint {

    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_ITEMS = 1_000;

    private final JsonNode node;
    private final String pointer;
    private final List<Fault> faults;
    private final Set<String> asked = new HashSet<>();

    private Lint(JsonNode node, String pointer, List<Fault> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    /**
     * Reads a document.
     *
     * @throws Faulty with every fault that was found
     */
    public static <T> T read(JsonNode document, Function<Lint, T> reading) {
        List<Fault> faults = new ArrayList<>();
        Lint root = new Lint(document, "", faults);
        if (!document.isObject()) {
            throw new Faulty(List.of(new Fault("", "must be an object")));
        }
        T read = reading.apply(root);
        root.refuseOthers();
        if (!faults.isEmpty()) {
            throw new Faulty(faults);
        }
        return read;
    }

    public void fault(String name, String detail) {
        faults.add(new Fault(pointer + (name.isEmpty() ? "" : "/" + name), detail));
    }

    /** A text of 1 to 1,000 characters. */
    public Optional<String> text(String name) {
        return parsed(name, Function.identity(), "a text");
    }

    /** A text that has a form. */
    public <T> Optional<T> parsed(String name, Function<String, T> form, String expected) {
        return value(name).flatMap(value -> parse(value, pointer + "/" + name, form, expected));
    }

    /** The same, and its absence is a fault. */
    public <T> T required(String name, Function<String, T> form, String expected, T instead) {
        if (value(name).isEmpty()) {
            fault(name, "is missing; must be " + expected);
            return instead;
        }
        return parsed(name, form, expected).orElse(instead);
    }

    public Optional<Integer> whole(String name, int least, int most) {
        return value(name).flatMap(value -> {
            if (value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() >= least
                    && value.intValue() <= most) {
                return Optional.of(value.intValue());
            }
            fault(name, "must be a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    public boolean flag(String name) {
        return value(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        fault(name, "must be true or false");
                    }
                    return value.booleanValue();
                })
                .orElse(false);
    }

    /** One text or a list of at most 1,000 texts, each of that form. */
    public <T> Set<T> several(String name, Function<String, T> form, String expected) {
        Set<T> found = new LinkedHashSet<>();
        value(name).ifPresent(value -> {
            if (value.size() > MOST_ITEMS) {
                fault(name, "must be a list of at most " + MOST_ITEMS);
                return;
            }
            List<JsonNode> items =
                    value.isArray() ? List.copyOf(value.valueStream().toList()) : List.of(value);
            for (int i = 0; i < items.size(); i++) {
                String place = pointer + "/" + name + (value.isArray() ? "/" + i : "");
                parse(items.get(i), place, form, expected).ifPresent(found::add);
            }
        });
        return found;
    }

    /** An object within this one. */
    public <T> Optional<T> object(String name, Function<Lint, T> reading) {
        return value(name).flatMap(value -> object(value, pointer + "/" + name, reading));
    }

    /** A list of objects. */
    public <T> List<T> objects(String name, Function<Lint, T> reading) {
        List<T> found = new ArrayList<>();
        value(name).ifPresent(value -> {
            if (!value.isArray() || value.size() > MOST_ITEMS) {
                fault(name, "must be a list of at most " + MOST_ITEMS);
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                object(value.get(i), pointer + "/" + name + "/" + i, reading).ifPresent(found::add);
            }
        });
        return found;
    }

    private <T> Optional<T> object(JsonNode value, String place, Function<Lint, T> reading) {
        if (!value.isObject()) {
            faults.add(new Fault(place, "must be an object"));
            return Optional.empty();
        }
        Lint inner = new Lint(value, place, faults);
        int before = faults.size();
        Optional<T> read = inner.attempt(reading);
        inner.refuseOthers();
        return faults.size() == before ? read : Optional.empty();
    }

    private <T> Optional<T> attempt(Function<Lint, T> reading) {
        try {
            return Optional.of(reading.apply(this));
        } catch (IllegalArgumentException e) { // a value that refuses nonsense
            fault("", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private <T> Optional<T> parse(JsonNode value, String place, Function<String, T> form, String expected) {
        String text = value.isTextual() ? value.textValue().strip() : "";
        boolean usable = !text.isEmpty() && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0;
        try {
            if (usable) {
                return Optional.of(form.apply(text));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // falls through to the fault
        }
        faults.add(new Fault(place, "must be " + expected));
        return Optional.empty();
    }

    private Optional<JsonNode> value(String name) {
        asked.add(name);
        return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    private void refuseOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                fault(Problem.token(name), "is not known here");
            }
        });
    }
}
