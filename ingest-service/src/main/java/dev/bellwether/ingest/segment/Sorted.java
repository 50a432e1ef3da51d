package dev.bellwether.ingest.segment;

import dev.bellwether.ingest.Refused;
import dev.bellwether.ingest.segment.call.Call;
import dev.bellwether.ingest.segment.call.Extent;
import dev.bellwether.ingest.source.Source;
import java.util.List;

/** The calls of one request after judgement, in their order. */
record Sorted(Source source, List<Heard> heard, List<Refused> refused) {

    Sorted {
        heard = List.copyOf(heard);
        refused = List.copyOf(refused);
    }

    /** A call that was understood, and where its bytes lie. */
    @SuppressWarnings("ArrayRecordComponent") // the body is shared by all its calls
    record Heard(Call call, byte[] body, Extent extent) {

        /** What was sent, without the write key. */
        byte[] original() {
            return extent.keptOf(body);
        }
    }
}
