package dev.bellwether.ingest.webhook;

import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.body.Room;
import dev.bellwether.ingest.body.Unpacked;
import dev.bellwether.ingest.body.Unpacking;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.source.Admission;
import dev.bellwether.ingest.source.Authorization;
import dev.bellwether.ingest.source.Gate;
import dev.bellwether.ingest.source.Operators;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.verdict.Reason;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.seal.Sealed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes a webhook in: checks its signature over the bytes as they came, unpacks it, and reads its items. */
@Singleton
class WebhookIntake {

    /** The same for a name that nobody has and a signature that does not hold. */
    private static final Admission STRANGER = new Admission.Refused(
            Admission.NOBODY,
            Reason.UNAUTHORIZED,
            List.of(new Problem("", "no source of this name has sent this, or not just now")));

    private static final Verdict<Taken> NO_ROOM = new Verdict.Refused<>(Reason.OVERLOADED, List.of(InFlight.NO_ROOM));

    private final Gate gate;
    private final Operators operators;
    private final Hooks hooks;
    private final IngestSettings.Limits limits;
    private final Clock clock;

    WebhookIntake(Gate gate, Operators operators, Hooks hooks, IngestSettings settings, Clock clock) {
        this.gate = gate;
        this.operators = operators;
        this.hooks = hooks;
        this.limits = settings.limits();
        this.clock = clock;
    }

    /** Lets in what the source has sealed, and what an operator sends once more in its place. */
    Admission admit(String name, Sealed request) {
        Source source = gate.webhook(name);
        Hook hook = hooks.of(source);
        boolean holds = hook.seal().holds(request.calledBy(hook.publicUrl()), source.secrets(), clock.instant());
        return holds || isByOperator(source, request) ? gate.admit(source, null) : STRANGER;
    }

    private boolean isByOperator(Source source, Sealed request) {
        Authorization presented = Authorization.read(request.headers().get("authorization"));
        return operators.name(presented) != null && source.isKnown(); // so that the time tells nothing of the name
    }

    /**
     * What an admitted webhook tells, or why it is refused as a whole.
     *
     * @param room grows by what the items take beyond the body
     */
    Verdict<Taken> take(Source source, Sealed request, Room room) {
        Unpacking unpacking = new Unpacking(limits.bodyBytes(), limits.unpackedBytes());
        return switch (unpacking.unpack(request.body(), request.headers().get("content-encoding"), room)) {
            case Unpacked.TooLarge(String detail) -> Verdict.refused(Reason.TOO_LARGE, "", detail);
            case Unpacked.NoRoom() -> NO_ROOM;
            case Unpacked.Broken(String detail) -> Verdict.refused(Reason.UNREADABLE, "", detail);
            case Unpacked.Content(byte[] content) -> read(source, request, content, room);
        };
    }

    private Verdict<Taken> read(Source source, Sealed request, byte[] content, Room room) {
        Hook hook = hooks.of(source);
        Instant now = clock.instant();
        List<Item> items =
                hook.translation().translate(content, request.headers().get("content-type"), now);
        if (items.size() > limits.batchEvents()) {
            return Verdict.refused(Reason.TOO_LARGE, "", "has more than " + limits.batchEvents() + " items");
        }
        return items.size() > 1 && !room.grow(items.size() * Room.EVENT)
                ? NO_ROOM
                : new Verdict.Accepted<>(new Taken(items, hook, new Judge(now, limits.eventBytes())));
    }

    /** What is to be delivered, and by whose rules. */
    record Taken(List<Item> items, Hook hook, Judge judge) {

        Taken {
            items = List.copyOf(items);
        }
    }
}
