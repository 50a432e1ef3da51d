package dev.bellwether.ingest.segment;

import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.body.Room;
import dev.bellwether.ingest.body.Unpacked;
import dev.bellwether.ingest.body.Unpacking;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Payload;
import dev.bellwether.ingest.segment.call.PayloadReader;
import dev.bellwether.ingest.segment.call.RawCall;
import dev.bellwether.ingest.segment.call.Terms;
import dev.bellwether.ingest.segment.call.Translation;
import dev.bellwether.ingest.segment.call.Vocabulary;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Gate;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes a request in: unpacks it, asks for its write key, and judges its calls. */
@Singleton
class Intake {

    private static final Problem NO_BATCH = new Problem("/batch", "is required: a list of calls");

    private final Gate gate;
    private final IngestSettings.Limits limits;
    private final Unpacking unpacking;
    private final Terms terms;
    private final PayloadReader payloads;
    private final Clock clock;

    Intake(Gate gate, IngestSettings settings, Clock clock) {
        this.gate = gate;
        this.limits = settings.limits();
        this.unpacking = new Unpacking(limits.bodyBytes(), limits.unpackedBytes());
        this.terms = new Terms(
                vocabulary(settings.segment()),
                settings.segment().callBytes(),
                () -> UUID.randomUUID().toString());
        this.payloads = new PayloadReader(terms.vocabulary());
        this.clock = clock;
    }

    /**
     * The judged calls, or why the request as a whole is refused.
     *
     * @param room grows by what the calls take beyond the body
     */
    Taken take(Form form, byte[] body, Headers headers, Room room) {
        String key = headers.writeKey();
        return key == null
                ? unpacked(Admission.NOBODY, body, headers, room, json -> read(form, json, headers, room))
                : switch (gate.admit(Door.SEGMENT, key, headers.origin())) {
                    case Admission.Refused(String source, Reason reason, var problems) ->
                        new Taken.Out(source, reason, problems);
                    case Admission.Admitted(Source source) ->
                        unpacked(source.name(), body, headers, room, json -> read(form, json, source, room));
                };
    }

    private Taken unpacked(String source, byte[] body, Headers headers, Room room, Function<byte[], Taken> next) {
        return switch (unpacking.unpack(body, headers.encoding(), room)) {
            case Unpacked.TooLarge(String detail) -> out(source, Reason.TOO_LARGE, detail);
            case Unpacked.NoRoom() -> new Taken.Out(source, Reason.OVERLOADED, List.of(InFlight.NO_ROOM));
            case Unpacked.Broken(String detail) -> out(source, Reason.UNREADABLE, detail);
            case Unpacked.Content(byte[] json) -> next.apply(json);
        };
    }

    /** Of a source that has shown its key. */
    private Taken read(Form form, byte[] json, Source source, Room room) {
        return switch (payloads.read(json)) {
            case Reading.Refused<Payload>(var problems) -> new Taken.Out(source.name(), Reason.UNREADABLE, problems);
            case Reading.Understood<Payload>(Payload payload) -> judge(form, json, payload, source, room);
        };
    }

    /** Of a sender whose key, if any, lies in the body. */
    private Taken read(Form form, byte[] json, Headers headers, Room room) {
        return switch (payloads.read(json)) {
            case Reading.Refused<Payload>(var problems) -> new Taken.Out(Admission.NOBODY, Reason.UNREADABLE, problems);
            case Reading.Understood<Payload>(Payload payload) ->
                switch (gate.admit(Door.SEGMENT, payload.writeKey(), headers.origin())) {
                    case Admission.Refused(String source, Reason reason, var problems) ->
                        new Taken.Out(source, reason, problems);
                    case Admission.Admitted(Source source) -> judge(form, json, payload, source, room);
                };
        };
    }

    private Taken judge(Form form, byte[] json, Payload payload, Source source, Room room) {
        Translation translation = new Translation(payload.whole(), json, clock.instant(), terms);
        return switch (form) {
            case Form.Single(var kind) ->
                sorted(source, json, List.of(payload.whole()), raw -> translation.of(kind, raw));
            case Form.Batch() -> batch(json, payload.batch(), source, translation, room);
        };
    }

    private Taken batch(byte[] json, @Nullable List<RawCall> batch, Source source, Translation translation, Room room) {
        if (batch == null) {
            return new Taken.Out(source.name(), Reason.INVALID, List.of(NO_BATCH));
        }
        if (batch.size() > limits.batchEvents()) {
            Problem problem = new Problem("/batch", "has more than " + limits.batchEvents() + " calls");
            return new Taken.Out(source.name(), Reason.TOO_LARGE, List.of(problem));
        }
        return room.grow(batch.size() * Room.EVENT)
                ? sorted(source, json, batch, translation::item)
                : new Taken.Out(source.name(), Reason.OVERLOADED, List.of(InFlight.NO_ROOM));
    }

    private static Taken sorted(Source source, byte[] json, List<RawCall> calls, Judge judge) {
        List<Sorted.Heard> heard = new ArrayList<>(calls.size());
        List<Refused> refused = new ArrayList<>();
        for (RawCall raw : calls) {
            switch (judge.of(raw)) {
                case Verdict.Accepted<Call>(Call call) -> heard.add(new Sorted.Heard(call, json, raw.extent()));
                case Verdict.Refused<Call>(Reason reason, var problems) ->
                    refused.add(new Refused(raw.extent().keptOf(json), reason, problems));
            }
        }
        return new Taken.In(new Sorted(source, heard, refused));
    }

    private static Taken out(String source, Reason reason, String detail) {
        return new Taken.Out(source, reason, List.of(new Problem("", detail)));
    }

    private static Vocabulary vocabulary(IngestSettings.Segment settings) {
        return new Vocabulary(
                settings.accountProperty(),
                settings.quantityProperty(),
                settings.featureProperty(),
                settings.pageFeature(),
                settings.screenFeature(),
                settings.ignoredFeatures().orElse(List.of()));
    }

    private interface Judge {
        Verdict<Call> of(RawCall raw);
    }
}
