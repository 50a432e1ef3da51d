package dev.bellwether.local.door;

import dev.bellwether.local.door.Letter.Door;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Letters that go through one door in one request. */
record Batch(Door door, List<Letter> letters) {

    static final int MAX_LETTERS = 100;
    static final int MAX_CHARACTERS = 100_000;

    Batch {
        letters = List.copyOf(letters);
    }

    /** The letters in their order, as few requests as the limits of the doors allow. */
    static List<Batch> of(Collection<Letter> letters) {
        List<Batch> batches = new ArrayList<>();
        Map<Door, List<Letter>> open = new EnumMap<>(Door.class);
        for (Letter letter : letters) {
            List<Letter> queue = open.computeIfAbsent(letter.door(), door -> new ArrayList<>());
            if (!queue.isEmpty() && (queue.size() >= MAX_LETTERS || characters(queue) > MAX_CHARACTERS)) {
                batches.add(new Batch(letter.door(), queue));
                queue.clear();
            }
            queue.add(letter);
        }
        open.forEach((door, queue) -> {
            if (!queue.isEmpty()) {
                batches.add(new Batch(door, queue));
            }
        });
        return batches;
    }

    private static int characters(List<Letter> letters) {
        return letters.stream().mapToInt(letter -> letter.json().length()).sum();
    }

    String path() {
        return switch (door) {
            case SEGMENT -> "/v1/batch";
            case CLOUD_EVENTS -> "/v1/events";
        };
    }

    String contentType() {
        return switch (door) {
            case SEGMENT -> "application/json";
            case CLOUD_EVENTS -> "application/cloudevents-batch+json";
        };
    }

    String body() {
        String events = letters.stream().map(Letter::json).collect(Collectors.joining(",", "[", "]"));
        return switch (door) {
            case SEGMENT -> "{\"batch\":" + events + "}";
            case CLOUD_EVENTS -> events;
        };
    }
}
