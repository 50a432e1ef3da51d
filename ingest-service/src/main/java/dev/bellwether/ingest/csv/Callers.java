package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Operators;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.source.Sources;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Knows who calls: a source by its write key, as a bearer or basic one, or somebody who may import by a token. */
@Singleton
class Callers {

    private final Sources sources;
    private final Operators operators;

    Callers(Sources sources, Operators operators) {
        this.sources = sources;
        this.operators = operators;
    }

    /** Who presents this header, or null when it opens nothing. */
    @Nullable
    Caller of(@Nullable String header) {
        Authorization presented = Authorization.read(header);
        if (presented == null) {
            return null;
        }
        String bearer = presented.bearerKey();
        Source source = sources.opening(Door.IMPORT, bearer == null ? presented.basicKey() : bearer);
        if (source != null) {
            return new Caller.Source(source.name());
        }
        String person = operators.name(presented);
        return person == null ? null : new Caller.Person(person);
    }
}
