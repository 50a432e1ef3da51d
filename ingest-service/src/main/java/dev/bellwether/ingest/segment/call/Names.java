package dev.bellwether.ingest.segment.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.PlainJson;
import java.util.Arrays;

/** The names that mean something in one kind of JSON object, found by their bytes. */
final class Names {

    /** A power of two, and so many that few names share one. */
    private static final int SLOTS = 64;

    private final Name[][] slots = new Name[SLOTS][0];

    /** What the value of a name is. */
    sealed interface Value {

        /** A plain field of the call. */
        record Plain(Field field) implements Value {}

        /** An object with fields of the call in it. */
        record Inner(Names names) implements Value {}

        /** The list of calls. */
        record Calls() implements Value {}

        /** An object that the short way does not go into. */
        record Intricate() implements Value {}

        /** Of no interest. */
        record Other() implements Value {}
    }

    private static final Value OTHER = new Value.Other();

    /** Adds a name; one that is there already keeps what it means. */
    void add(String name, Value value) {
        byte[] bytes = name.getBytes(UTF_8);
        int slot = slot(bytes, 0, bytes.length);
        Name[] alike = Arrays.copyOf(slots[slot], slots[slot].length + 1);
        alike[alike.length - 1] = new Name(bytes, value);
        slots[slot] = alike;
    }

    /** What the name means that was last passed. */
    Value of(PlainJson json) {
        for (Name name : slots[slot(json.bytes(), json.from(), json.length())]) {
            if (json.is(name.bytes)) {
                return name.value;
            }
        }
        return OTHER;
    }

    /** Length, first and last byte tell names apart; most have a slot to themselves. */
    private static int slot(byte[] bytes, int from, int length) {
        return length == 0 ? 0 : (length * 4 + bytes[from] * 3 + bytes[from + length - 1]) & (SLOTS - 1);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared with slices of bodies
    private record Name(byte[] bytes, Value value) {}
}
