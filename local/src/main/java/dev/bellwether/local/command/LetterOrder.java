package dev.bellwether.local.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code dead-letters} was asked to do. */
sealed interface LetterOrder {

    String USAGE = """
            usage: ./bellwether dead-letters list [--reason TEXT] [--origin TOPIC|DOOR] [--account ID] [--limit N]
                   ./bellwether dead-letters show ID
                   ./bellwether dead-letters replay ID [--force]
                   ./bellwether dead-letters replay --all [--reason TEXT] [--origin TOPIC|DOOR] [--account ID] [--force]""";

    int USUAL_LIMIT = 20;
    int HIGHEST_LIMIT = 10_000;

    /**
     * The newest that match.
     *
     * @param filter reason, origin and account, as far as they are given
     */
    record Listing(Map<String, String> filter, int limit) implements LetterOrder {}

    record Showing(String id) implements LetterOrder {}

    /** @param force although it was replayed before */
    record Replaying(String id, boolean force) implements LetterOrder {}

    /** All that match. */
    record ReplayingAll(Map<String, String> filter, boolean force) implements LetterOrder {}

    static LetterOrder of(List<String> words) throws CommandFailed {
        String verb = words.isEmpty() ? "" : words.getFirst();
        Words said = Words.of(words.isEmpty() ? words : words.subList(1, words.size()));
        return switch (verb) {
            case "list" -> said.listing();
            case "show" -> new Showing(said.onlyId());
            case "replay" -> said.replaying();
            default -> throw CommandFailed.usage(USAGE);
        };
    }

    /** The words after the verb, sorted. */
    record Words(List<String> ids, Map<String, String> values, List<String> switches) {

        static Words of(List<String> words) throws CommandFailed {
            Deque<String> rest = new ArrayDeque<>(words);
            Words said = new Words(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
            while (!rest.isEmpty()) {
                String word = rest.removeFirst();
                switch (word) {
                    case "--reason", "--origin", "--account", "--limit" ->
                        said.values.put(word.substring(2), value(word, rest));
                    case "--all", "--force" -> said.switches.add(word);
                    default -> said.ids.add(plain(word));
                }
            }
            return said;
        }

        private static String value(String option, Deque<String> rest) throws CommandFailed {
            if (rest.isEmpty()) {
                throw CommandFailed.usage(option + " wants a value\n\n" + USAGE);
            }
            return rest.removeFirst();
        }

        private static String plain(String word) throws CommandFailed {
            if (word.startsWith("-")) {
                throw CommandFailed.usage("dead-letters does not know " + word + "\n\n" + USAGE);
            }
            return word;
        }

        Listing listing() throws CommandFailed {
            if (!ids.isEmpty() || !switches.isEmpty()) {
                throw CommandFailed.usage(USAGE);
            }
            return new Listing(filter(), limit());
        }

        String onlyId() throws CommandFailed {
            if (ids.size() != 1 || !values.isEmpty() || !switches.isEmpty()) {
                throw CommandFailed.usage(USAGE);
            }
            return ids.getFirst();
        }

        LetterOrder replaying() throws CommandFailed {
            boolean force = switches.contains("--force");
            boolean all = switches.contains("--all");
            if (values.containsKey("limit") || all != ids.isEmpty() || (!all && !values.isEmpty()) || ids.size() > 1) {
                throw CommandFailed.usage(USAGE);
            }
            return all ? new ReplayingAll(filter(), force) : new Replaying(ids.getFirst(), force);
        }

        private Map<String, String> filter() {
            Map<String, String> filter = new LinkedHashMap<>(values);
            filter.remove("limit");
            return filter;
        }

        private int limit() throws CommandFailed {
            String text = values.getOrDefault("limit", String.valueOf(USUAL_LIMIT));
            int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
            if (limit < 1 || limit > HIGHEST_LIMIT) {
                throw CommandFailed.usage("--limit must be a whole number from 1 to " + HIGHEST_LIMIT + ": " + text);
            }
            return limit;
        }
    }
}
