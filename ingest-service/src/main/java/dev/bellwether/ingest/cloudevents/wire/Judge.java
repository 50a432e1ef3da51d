package dev.bellwether.ingest.cloudevents.wire;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Storable;
import dev.bellwether.contracts.Topic;
import dev.bellwether.ingest.verdict.Horizon;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a candidate is a fact of ours. What is accepted every service can read, and is handed on byte by byte.
 *
 * @param receivedAt stands in for an absent time, and is what the future is measured from
 * @param eventBytes largest event
 */
public record Judge(Instant receivedAt, int eventBytes) {

    private static final String FACT_TYPES = factTypes();

    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]+");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]+");

    /** The event, or what is wrong with it, with pointers into the structured form. */
    public Verdict<Envelope> judge(Candidate candidate) {
        if (candidate.size() > eventBytes) {
            return Verdict.refused(Reason.TOO_LARGE, "", "is larger than " + eventBytes + " bytes");
        }
        if (!candidate.problems().isEmpty()) {
            return new Verdict.Refused<>(Reason.INVALID, candidate.problems());
        }
        List<Problem> odd = extensions(candidate.extensions());
        if (!odd.isEmpty()) {
            return new Verdict.Refused<>(Reason.INVALID, odd);
        }
        if (!isJson(candidate.attribute("datacontenttype"))) {
            return Verdict.refused(Reason.INVALID, "/datacontenttype", "must be application/json");
        }
        return switch (Attributes.read(candidate::attribute, receivedAt, candidate.data())) {
            case Reading.Refused<Envelope>(var problems) -> new Verdict.Refused<>(Reason.INVALID, problems);
            case Reading.Understood<Envelope>(Envelope envelope) -> judge(envelope);
        };
    }

    /** What goes into headers as it is, and what the specification's own readers would stumble over there. */
    private static List<Problem> extensions(Map<String, String> extensions) {
        List<Problem> problems = new ArrayList<>(0);
        extensions.forEach((name, value) -> {
            String pointer = "/" + Problem.token(name);
            if (!EXTENSION.matcher(name).matches()) {
                problems.add(new Problem(pointer, "must have a name of lower-case letters a to z and digits"));
            }
            if (!Storable.isStorable(value)) {
                problems.add(new Problem(pointer, "must hold no NUL and no half of a surrogate pair"));
            }
        });
        return problems;
    }

    /** Looks twice only at what is not plainly one. */
    private static boolean isReference(String source) {
        if (PLAIN.matcher(source).matches()) {
            return true;
        }
        try {
            new URI(source);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Verdict<Envelope> judge(Envelope envelope) {
        EventType type = EventType.named(envelope.type());
        if (type == null || !Topic.INBOUND.contains(type.topic())) {
            return Verdict.refused(Reason.INVALID, "/type", "must be one of " + FACT_TYPES);
        }
        if (!isReference(envelope.source())) {
            return Verdict.refused(Reason.INVALID, "/source", "must be a URI or a path, without spaces");
        }
        if (Horizon.isBeyond(envelope.time(), receivedAt)) {
            return Verdict.refused(Reason.IN_THE_FUTURE, "/time", Horizon.DETAIL);
        }
        if (envelope.data().length == 0) {
            return Verdict.refused(Reason.INVALID, "/data", "is required: a JSON object");
        }
        return switch (Codec.readFact(envelope)) {
            case Reading.Refused<Fact>(var problems) -> new Verdict.Refused<>(Reason.INVALID, inData(problems));
            case Reading.Understood<Fact> fact -> new Verdict.Accepted<>(envelope);
        };
    }

    private static List<Problem> inData(List<Problem> problems) {
        return problems.stream()
                .map(problem -> new Problem("/data" + problem.pointer(), problem.detail()))
                .toList();
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
        boolean json = type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
        return json && Attributes.isKeepable(contentType);
    }

    private static String factTypes() {
        return Arrays.stream(EventType.values())
                .filter(type -> Topic.INBOUND.contains(type.topic()))
                .map(EventType::typeName)
                .collect(Collectors.joining(", "));
    }
}
