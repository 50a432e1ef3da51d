package dev.bellwether.ingest.csv;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.source.Sources;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Knows who calls: a source by its write key, as a bearer or basic one, or somebody who may import by a token. */
@Singleton
class Callers {

    private static final Set<String> ROLES = Set.of("admin", "ops");

    private final Sources sources;
    private final JWTParser tokens;

    Callers(Sources sources, JWTParser tokens) {
        this.sources = sources;
        this.tokens = tokens;
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
        return bearer == null ? null : person(bearer);
    }

    private @Nullable Caller person(String token) {
        try {
            JsonWebToken known = tokens.parse(token);
            Set<String> groups = known.getGroups();
            return groups == null || Collections.disjoint(groups, ROLES) ? null : new Caller.Person(known.getName());
        } catch (ParseException e) { // no token of ours: it opens nothing, as a wrong key does
            return null;
        }
    }
}
