package dev.bellwether.alert.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.alert.testing.Peer.Received;
import dev.bellwether.alert.testing.Peer.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is posted to it, at an address that is a secret. */
public final class Receiver {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Peer peer = Peer.start();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private Receiver() {}

    /** One that answers like that. */
    public static Receiver answering(int status, String body) {
        Receiver receiver = new Receiver();
        receiver.peer.on("/SECRET", one -> {
            receiver.received.add(one);
            return new Reply(status, body);
        });
        return receiver;
    }

    public Peer peer() {
        return peer;
    }

    public String address() {
        return peer.base() + "/SECRET";
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The bodies that mention a text. */
    public List<JsonNode> bodies(String mentioning) {
        return received.stream()
                .map(Received::body)
                .filter(body -> body.contains(mentioning))
                .map(Receiver::json)
                .toList();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a message that is no JSON", e);
        }
    }
}
