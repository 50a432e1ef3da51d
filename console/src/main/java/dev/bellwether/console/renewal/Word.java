package dev.bellwether.console.renewal;

import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a person says of a term; an empty text says nothing. */
public sealed interface Word {

    /** The last part of the address that takes it. */
    String about();

    /** What is said, by the names of renewal-service. */
    Map<String, Object> fields();

    /** How the term will end. */
    record HowItEnds(String call, String note) implements Word {

        @Override
        public String about() {
            return "call";
        }

        @Override
        public Map<String, Object> fields() {
            return said(Map.of("call", call, "note", note));
        }
    }

    /** That a step is done. */
    record StepDone(String step) implements Word {

        @Override
        public String about() {
            return "task";
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("step", step, "done", true);
        }
    }

    /**
     * Who takes a step on, until when, and what is to be known about it; what is left out stays as it was.
     *
     * @param dueOn a day such as 2026-03-31
     */
    record StepPlanned(String step, String assignee, String dueOn, String note) implements Word {

        @Override
        public String about() {
            return "task";
        }

        @Override
        public Map<String, Object> fields() {
            return said(Map.of("step", step, "assignee", assignee, "dueOn", dueOn, "note", note));
        }
    }

    private static Map<String, Object> said(Map<String, String> texts) {
        Map<String, Object> said = new LinkedHashMap<>(texts);
        said.values().removeIf(text -> text.toString().isBlank());
        return said;
    }
}
