package dev.bellwether.ingest.webhook.notice;

import java.time.Instant;
import java.util.stream.Stream;

/**
 * A webhook said that what the vendor calls {@code customer} belongs to this owner.
 *
 * @param at when it was so; the newest holds
 * @param id of two at the same instant the larger one holds
 */
public record Lesson(String customer, Owner owner, Instant at, String id) {

    Stream<String> ids() {
        return Stream.concat(Stream.of(customer, id), owner.ids());
    }
}
