package dev.bellwether.local.door;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of letters.
 *
 * @param accepted how many are on the log
 * @param refusals those that ingest will never take, with its reasons
 */
public record Receipt(long accepted, List<Refusal> refusals) {

    /** Nothing was sent. */
    public static final Receipt NONE = new Receipt(0, List.of());

    /** One letter that was refused. */
    public record Refusal(String kind, String id, String reason) {}

    public Receipt {
        refusals = List.copyOf(refusals);
    }

    /** Both together. */
    public Receipt and(Receipt other) {
        List<Refusal> all = new ArrayList<>(refusals);
        all.addAll(other.refusals);
        return new Receipt(accepted + other.accepted, all);
    }
}
