package dev.bellwether.ingest.source;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Knows the people who may do what sources do: those with a token of the role admin or ops. */
@Singleton
public class Operators {

    private static final Set<String> ROLES = Set.of("admin", "ops");

    private final JWTParser tokens;

    Operators(JWTParser tokens) {
        this.tokens = tokens;
    }

    /** The name of the person whose bearer token this is, or null when it is none of theirs. */
    public @Nullable String name(@Nullable Authorization presented) {
        String token = presented == null ? null : presented.bearerKey();
        if (token == null) {
            return null;
        }
        try {
            JsonWebToken known = tokens.parse(token);
            Set<String> groups = known.getGroups();
            return groups == null || Collections.disjoint(groups, ROLES) ? null : known.getName();
        } catch (ParseException e) { // no token of ours: it opens nothing, as a wrong key does
            return null;
        }
    }
}
