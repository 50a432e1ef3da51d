package dev.bellwether.renewal.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said or did about a term. Entries are added, never changed.
 *
 * @param startsOn first day of the term
 * @param by e-mail of the person
 */
public record Entry(
        UUID id, String accountId, String contractId, LocalDate startsOn, Instant at, String by, Content content) {

    /** What it is. */
    public sealed interface Content {

        /** How the term will end. */
        record Called(
                dev.bellwether.renewal.stake.Call call,
                @Nullable String note) implements Content {}

        /** Anything else worth keeping. */
        record Noted(String note) implements Content {}

        /**
         * The state of a task; what is null stays as it was.
         *
         * @param step a step of the playbook, or the id of a task of one's own
         * @param title what a task of one's own is
         */
        record Worked(
                String step,
                @Nullable String title,
                @Nullable Boolean done,
                @Nullable String assignee,
                @Nullable String note,
                @Nullable LocalDate dueOn)
                implements Content {}
    }
}
