package dev.bellwether.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.KafkaBinding;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.body.Room;
import dev.bellwether.ingest.body.Unpacked;
import dev.bellwether.ingest.body.Unpacking;
import dev.bellwether.ingest.cloudevents.wire.BinaryReader;
import dev.bellwether.ingest.cloudevents.wire.Candidate;
import dev.bellwether.ingest.cloudevents.wire.Judge;
import dev.bellwether.ingest.cloudevents.wire.Mode;
import dev.bellwether.ingest.cloudevents.wire.StructuredReader;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Gate;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.messaging.Records;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Takes a request in: asks who sends it, unpacks it, and judges its events. */
@Singleton
class EventsIntake {

    private static final Verdict<Judged> NO_ROOM = new Verdict.Refused<>(Reason.OVERLOADED, List.of(InFlight.NO_ROOM));

    private final Gate gate;
    private final IngestSettings.Limits limits;
    private final Unpacking unpacking;
    private final Clock clock;

    EventsIntake(Gate gate, IngestSettings settings, Clock clock) {
        this.gate = gate;
        this.limits = settings.limits();
        this.unpacking = new Unpacking(limits.bodyBytes(), limits.unpackedBytes());
        this.clock = clock;
    }

    /**
     * Who sends, or why not.
     *
     * @param headers names in lower case, the first value of each
     */
    Admission admit(Map<String, String> headers) {
        return gate.admit(Door.CLOUDEVENTS, key(headers), headers.get("origin"));
    }

    /**
     * The judged events, or why the request as a whole is refused.
     *
     * @param headers names in lower case, the first value of each
     * @param room grows by what the events take beyond the body
     */
    Verdict<Judged> take(Map<String, String> headers, byte[] body, Room room) {
        return switch (unpacking.unpack(body, headers.get("content-encoding"), room)) {
            case Unpacked.TooLarge(String detail) -> Verdict.refused(Reason.TOO_LARGE, "", detail);
            case Unpacked.NoRoom() -> NO_ROOM;
            case Unpacked.Broken(String detail) -> Verdict.refused(Reason.UNREADABLE, "", detail);
            case Unpacked.Content(byte[] content) -> read(headers, content, room);
        };
    }

    private static @Nullable String key(Map<String, String> headers) {
        Authorization presented = Authorization.read(headers.get("authorization"));
        if (presented == null) {
            return null;
        }
        String bearer = presented.bearerKey();
        return bearer == null ? presented.basicKey() : bearer;
    }

    private Verdict<Judged> read(Map<String, String> headers, byte[] content, Room room) {
        String contentType = headers.get("content-type");
        Mode mode = Mode.of(contentType, headers);
        return switch (mode) {
            case BINARY -> judge(List.of(BinaryReader.read(headers, contentType, content)), false, room);
            case STRUCTURED, BATCHED, BY_BODY ->
                switch (StructuredReader.read(content, mode)) {
                    case Reading.Refused<StructuredReader.Events>(var problems) ->
                        new Verdict.Refused<>(Reason.UNREADABLE, problems);
                    case Reading.Understood<StructuredReader.Events>(var events) ->
                        judge(events.list(), events.batch(), room);
                };
            case UNSUPPORTED ->
                Verdict.refused(
                        Reason.UNSUPPORTED,
                        "",
                        "the content type must be application/cloudevents+json, application/cloudevents-batch+json or"
                                + " application/json in UTF-8, or ce- headers must carry the attributes");
        };
    }

    private Verdict<Judged> judge(List<Candidate> candidates, boolean batch, Room room) {
        if (candidates.size() > limits.batchEvents()) {
            return Verdict.refused(Reason.TOO_LARGE, "", "has more than " + limits.batchEvents() + " events");
        }
        if (batch && !room.grow(candidates.size() * Room.EVENT)) {
            return NO_ROOM;
        }
        Judge judge = new Judge(clock.instant(), limits.eventBytes());
        List<ProducerRecord<String, byte[]>> accepted = new ArrayList<>(candidates.size());
        List<Refused> refused = new ArrayList<>();
        List<EventsAnswer.Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            switch (judge.judge(candidate)) {
                case Verdict.Accepted<Envelope>(Envelope envelope) -> accepted.add(record(envelope, candidate));
                case Verdict.Refused<Envelope>(Reason reason, var problems) -> {
                    refused.add(new Refused(candidate.original().get(), reason, problems));
                    rejected.add(new EventsAnswer.Rejected(i, candidate.id(), placed(problems, batch ? "/" + i : "")));
                }
            }
        }
        return new Verdict.Accepted<>(new Judged(accepted, refused, rejected));
    }

    /** With all attributes in the very text in which they were sent, also those that mean nothing here. */
    private static ProducerRecord<String, byte[]> record(Envelope envelope, Candidate candidate) {
        ProducerRecord<String, byte[]> record = Records.write(envelope);
        Headers headers = record.headers();
        asSent(headers, KafkaBinding.PREFIX + "time", candidate.attribute("time"));
        asSent(headers, KafkaBinding.CONTENT_TYPE, candidate.attribute("datacontenttype"));
        candidate.extensions().forEach((name, value) -> headers.add(KafkaBinding.PREFIX + name, value.getBytes(UTF_8)));
        return record;
    }

    private static void asSent(Headers headers, String name, @Nullable String text) {
        if (text != null) {
            headers.remove(name);
            headers.add(name, text.getBytes(UTF_8));
        }
    }

    private static List<Problem> placed(List<Problem> problems, String place) {
        return problems.stream()
                .map(problem -> new Problem(place + problem.pointer(), problem.detail()))
                .toList();
    }
}
