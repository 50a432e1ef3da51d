package dev.bellwether.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where what cannot be understood is kept: the topic {@code dead-letters}. */
@ApplicationScoped
public class DeadLetters {

    private final Producers producers;
    private final String service;

    DeadLetters(Producers producers, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.service = service;
    }

    /**
     * Completes when the letter is durably kept; until then its origin must not be acknowledged. A letter that the
     * broker finds too large is kept shortened.
     */
    public Uni<Void> send(DeadLetter letter) {
        return producers
                .send(letter.record(service))
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> producers.send(letter.shortened().record(service)));
    }

    /** Completes when all letters are durably kept; those that are too large are kept shortened. */
    public Uni<Void> sendAll(Collection<DeadLetter> letters) {
        return Uni.createFrom().completionStage(() -> begin(letters));
    }

    /** The same at once; blocks as {@link Producers#begin} does. */
    public CompletableFuture<Void> begin(Collection<DeadLetter> letters) {
        return producers
                .begin(letters.stream().map(letter -> letter.record(service)).toList())
                .exceptionallyCompose(failure -> failure instanceof RecordTooLargeException
                        ? oneByOne(letters).subscribeAsCompletionStage()
                        : CompletableFuture.failedFuture(failure));
    }

    /** Some of them are on the log already and are there twice then: better than not at all. */
    private Uni<Void> oneByOne(Collection<DeadLetter> letters) {
        return InTurn.each(letters, this::send);
    }
}
