package dev.bellwether.health.letters;

import dev.bellwether.health.api.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends one letter again. Waits: not for event loops. */
@ApplicationScoped
class Replaying {

    private final LetterList letters;
    private final Planner planner;
    private final Post post;

    Replaying(LetterList letters, Planner planner, Post post) {
        this.letters = letters;
        this.planner = planner;
        this.post = post;
    }

    /**
     * Answers when all in-sync replicas have it.
     *
     * @param force although it was replayed before
     * @param by who wants it
     * @throws Refusal when there is no such letter, or it cannot or must not be sent
     */
    ReplayAnswer replay(LetterId id, boolean force, String by) {
        Letter letter = letters.letter(id);
        LetterLine line = letters.line(letter);
        if (line.replayedAt() != null && !force) {
            throw Refusal.conflict(
                    "already-replayed",
                    "This letter was replayed already",
                    "it, or another letter about the same record, was sent again at " + line.replayedAt()
                            + "; force=true sends it once more");
        }
        Post.Round round = post.round(by);
        return switch (planner.plan(letter, round.begunAt())) {
            case Plan.Send(ProducerRecord<String, byte[]> record) -> send(letter, record, round);
            case Plan.Hopeless(String advice) ->
                throw Refusal.conflict("not-replayable", "This letter cannot be replayed", advice);
            case Plan.Invalid(var problems) ->
                throw Refusal.invalidEvent("This letter is still no valid event", List.copyOf(problems));
        };
    }

    private static ReplayAnswer send(Letter letter, ProducerRecord<String, byte[]> record, Post.Round round) {
        round.send(letter, record);
        try {
            Replayed replayed = round.settle().values().iterator().next();
            return new ReplayAnswer(replayed.letter(), replayed.to());
        } catch (KafkaException e) {
            throw Refusal.unavailable("Kafka did not take the letter; try again: " + e.getMessage());
        }
    }
}
