package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.body.Unpacked;
import dev.bellwether.ingest.body.Unpacking;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Payload;
import dev.bellwether.ingest.segment.call.RawCall;
import dev.bellwether.ingest.segment.call.Translation;
import dev.bellwether.ingest.segment.call.Vocabulary;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Sources;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a request in: unpacks it, asks for its write key, and judges its calls. */
@Singleton
class Intake {

    private final Sources sources;
    private final IngestSettings.Limits limits;
    private final Unpacking unpacking;
    private final Vocabulary vocabulary;
    private final Clock clock;

    Intake(Sources sources, IngestSettings settings, Clock clock) {
        this.sources = sources;
        this.limits = settings.limits();
        this.unpacking = new Unpacking(limits.bodyBytes(), limits.unpackedBytes());
        this.vocabulary = new Vocabulary(
                settings.segment().accountProperty(), settings.segment().quantityProperty());
        this.clock = clock;
    }

    /** The judged calls, or why the request as a whole is refused. */
    Verdict<Sorted> take(Form form, byte[] body, @Nullable String encoding, @Nullable String authorization) {
        Authorization presented = Authorization.read(authorization);
        String key = presented == null ? null : presented.basicKey();
        if (key != null && sources.named(key) == null) {
            return unauthorized();
        }
        return switch (unpacking.unpack(body, encoding)) {
            case Unpacked.TooLarge(String detail) -> Verdict.refused(Reason.TOO_LARGE, "", detail);
            case Unpacked.Broken(String detail) -> Verdict.refused(Reason.UNREADABLE, "", detail);
            case Unpacked.Content(byte[] json) -> read(form, json, key);
        };
    }

    private Verdict<Sorted> read(Form form, byte[] json, @Nullable String key) {
        return switch (Payload.read(json, vocabulary)) {
            case Reading.Refused<Payload>(var problems) -> new Verdict.Refused<>(Reason.UNREADABLE, problems);
            case Reading.Understood<Payload>(Payload payload) -> {
                String source = sources.named(key == null ? payload.writeKey() : key);
                yield source == null ? unauthorized() : judge(form, json, payload, "/bellwether/ingest/" + source);
            }
        };
    }

    private Verdict<Sorted> judge(Form form, byte[] json, Payload payload, String source) {
        Translation translation = new Translation(
                payload.whole(),
                json,
                clock.instant(),
                limits.eventBytes(),
                () -> UUID.randomUUID().toString());
        return switch (form) {
            case Form.Single(var kind) ->
                sorted(source, json, List.of(payload.whole()), raw -> translation.of(kind, raw));
            case Form.Batch() -> {
                List<RawCall> batch = payload.batch();
                if (batch == null) {
                    yield Verdict.refused(Reason.INVALID, "/batch", "is required: a list of calls");
                }
                yield batch.size() > limits.batchEvents()
                        ? Verdict.refused(
                                Reason.TOO_LARGE, "/batch", "has more than " + limits.batchEvents() + " calls")
                        : sorted(source, json, batch, translation::item);
            }
        };
    }

    private static Verdict<Sorted> sorted(String source, byte[] json, List<RawCall> calls, Judge judge) {
        List<Sorted.Heard> heard = new ArrayList<>(calls.size());
        List<Refused> refused = new ArrayList<>();
        for (RawCall raw : calls) {
            switch (judge.of(raw)) {
                case Verdict.Accepted<Call>(Call call) -> heard.add(new Sorted.Heard(call, json, raw.extent()));
                case Verdict.Refused<Call>(Reason reason, var problems) ->
                    refused.add(new Refused(raw.extent().keptOf(json), reason, problems));
            }
        }
        return new Verdict.Accepted<>(new Sorted(source, heard, refused));
    }

    private static Verdict<Sorted> unauthorized() {
        return Verdict.refused(Reason.UNAUTHORIZED, "", "the write key is missing or unknown");
    }

    private interface Judge {
        Verdict<Call> of(RawCall raw);
    }
}
