package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Map;

/** How a field of a fact is filled. */
sealed interface Shape {

    /**
     * With one value.
     *
     * @param mayBeOdd whether a value of another kind stays as it is
     */
    record Value(Expression expression, Kind kind, boolean mayBeOdd) implements Shape {}

    /** With an object. */
    record Nested(Map<String, Shape> fields) implements Shape {

        public Nested {
            fields = Map.copyOf(fields);
        }
    }

    /** With an empty list: there are none any more. */
    record Nothing() implements Shape {}

    /** With a list of objects, one for each element to which the pointer leads; pointers within start at the element. */
    record Each(JsonPointer list, Map<String, Shape> fields) implements Shape {

        public Each {
            fields = Map.copyOf(fields);
        }
    }
}
