package dev.bellwether.ingest.csv;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Gate;
import dev.bellwether.ingest.source.Operators;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets those in who call: a source by its write key, as a bearer or basic one, or somebody who may import by a token. */
@Singleton
class Callers {

    private static final List<Problem> NOBODY =
            List.of(new Problem("", "a write key, or a token of the role admin or ops, is needed"));

    private final Gate gate;
    private final Operators operators;
    private final IngestMetrics metrics;

    Callers(Gate gate, Operators operators, IngestMetrics metrics) {
        this.gate = gate;
        this.operators = operators;
        this.metrics = metrics;
    }

    /** Who calls, or why not; that one is counted. */
    Verdict<Caller> admit(Credentials presented) {
        Authorization authorization = Authorization.read(presented.authorization());
        String bearer = authorization == null ? null : authorization.bearerKey();
        String key = authorization == null || bearer != null ? bearer : authorization.basicKey();
        return switch (gate.admit(Door.IMPORT, key, presented.origin())) {
            case Admission.Admitted(Source source) -> new Verdict.Accepted<>(new Caller.Source(source.name()));
            case Admission.Refused(String source, Reason reason, var problems) -> {
                boolean known = !source.equals(Admission.NOBODY);
                String person = known ? null : operators.name(authorization);
                if (person != null) {
                    yield new Verdict.Accepted<>(new Caller.Person(person));
                }
                metrics.refused(Door.IMPORT, source, reason);
                yield new Verdict.Refused<>(reason, known ? problems : NOBODY);
            }
        };
    }

    /**
     * What a request shows.
     *
     * @param authorization the header
     * @param origin the web page whose browser asks
     */
    record Credentials(
            @Nullable String authorization, @Nullable String origin) {

        static Credentials of(HttpHeaders headers) {
            return new Credentials(
                    headers.getHeaderString(HttpHeaders.AUTHORIZATION), headers.getHeaderString("Origin"));
        }

        @Override
        public String toString() {
            return "Credentials[hidden]";
        }
    }
}
