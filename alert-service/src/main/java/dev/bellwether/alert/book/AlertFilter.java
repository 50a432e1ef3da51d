package dev.bellwether.alert.book;

import dev.bellwether.alert.page.Cursor;
import java.util.Optional;

/**
 * Which alerts are asked for.
 *
 * @param limit most items, 1 … 200
 * @param after where the last page ended
 */
public record AlertFilter(
        Optional<String> status, Optional<String> owner, Optional<String> account, int limit, Optional<Cursor> after) {}
