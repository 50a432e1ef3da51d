package dev.bellwether.ingest.webhook.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.EventType;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.Storable;
import dev.bellwether.ingest.webhook.notice.Claim;
import java.time.Instant;
import java.util.function.Function;

/**
 * What is told of an account or a user is never refused for one odd field: what has not the form that its name promises
 * becomes a trait of an account, and is left out of a user, who has none.
 */
final class OddFields {

    private static final String ID_OF_A_USER = "userId";

    private static final int LONGEST_TRAIT = 500;

    private OddFields() {}

    static boolean areAllowed(EventType type) {
        return type == EventType.ACCOUNT || type == EventType.USER;
    }

    static ObjectNode setAside(EventType type, ObjectNode data, Function<ObjectNode, byte[]> bytes) {
        Envelope event = new Envelope("?", "/", type.typeName(), Claim.SOMEBODY, Instant.EPOCH, bytes.apply(data));
        if (Codec.readFact(event) instanceof Reading.Refused<Fact>(var problems)) {
            problems.forEach(problem -> setAside(type, data, problem.pointer()));
        }
        return data;
    }

    private static void setAside(EventType type, ObjectNode data, String pointer) {
        String[] path = pointer.split("/", 3);
        if (path.length == 3 && data.get(path[1]) instanceof ObjectNode traits) {
            traits.remove(path[2]);
        } else if (path.length == 2 && !path[1].equals(ID_OF_A_USER)) {
            JsonNode odd = data.remove(path[1]);
            if (type == EventType.ACCOUNT && odd != null && odd.isValueNode() && Storable.isStorable(odd.asText())) {
                data.withObject("/" + FactFields.TRAITS).put(path[1], Storable.beginning(odd.asText(), LONGEST_TRAIT));
            }
        }
    }
}
