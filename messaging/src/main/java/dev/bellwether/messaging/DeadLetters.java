package dev.bellwether.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Where what cannot be understood is kept: the topic {@code dead-letters}. */
@ApplicationScoped
public class DeadLetters {

    private final Producers producers;

    DeadLetters(Producers producers) {
        this.producers = producers;
    }

    /** Completes when the letter is durably kept; until then its origin must not be acknowledged. */
    public Uni<Void> send(DeadLetter letter) {
        return producers.send(letter.record());
    }

    /** Completes when all letters are durably kept. */
    public Uni<Void> sendAll(Collection<DeadLetter> letters) {
        return producers.sendAll(letters.stream().map(DeadLetter::record).toList());
    }
}
