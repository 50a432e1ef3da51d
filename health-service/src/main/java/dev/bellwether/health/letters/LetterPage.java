package dev.bellwether.health.letters;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of letters, newest first. */
record LetterPage(
        List<LetterLine> items,

        @Schema(description = "null at the end. With a filter a page can be short, or empty, before the end") @Nullable
        String nextCursor) {

    LetterPage {
        items = List.copyOf(items);
    }
}
