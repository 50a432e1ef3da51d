package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.segment.call.Kind;

/** What the path of a request says about its body. */
sealed interface Form {

    record Single(Kind kind) implements Form {}

    record Batch() implements Form {}
}
