package dev.bellwether.health.letters;

import java.util.Locale;

/** Where a letter was refused. */
sealed interface Origin {

    /** By a consumer of a topic. */
    record OnTopic(String topic, int partition, long offset) implements Origin {

        /** The one record that this is; the same for every letter about it. */
        String text() {
            return topic + "/" + partition + "/" + offset;
        }
    }

    /** At a door of ingest. */
    record AtDoor(String door) implements Origin {}

    /** The letter does not say, or not in a form that can be read: none of our services wrote it. */
    record Untold() implements Origin {}

    /** Whether an operator who writes this name means it: the topic's, or the door's. */
    default boolean isCalled(String name) {
        return switch (this) {
            case OnTopic(String topic, int partition, long offset) -> topic.equals(name);
            case AtDoor(String door) -> door.equals(name.toLowerCase(Locale.ROOT));
            case Untold() -> false;
        };
    }
}
