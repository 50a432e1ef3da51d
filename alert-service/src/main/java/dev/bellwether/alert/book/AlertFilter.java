package dev.bellwether.alert.book;

import dev.bellwether.alert.page.Cursor;
import java.util.Optional;

/**
 * Which alerts are asked for.
 *
 * @param status what is snoozed is open or acknowledged, too
 * @param visibleTo only what is of the accounts of that person, or was told or given to them
 * @param limit most items, 1 … 200
 * @param after where the last page ended
 */
public record AlertFilter(
        Optional<String> status,
        Optional<String> owner,
        Optional<String> visibleTo,
        Optional<String> account,
        int limit,
        Optional<Cursor> after) {}
