package dev.bellwether.health.engine;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.health.score.feed.Feed;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.messaging.DeadLetter;
import java.math.BigDecimal;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What came of one record. */
sealed interface Arrival {

    /** A fact, whatever becomes of it. */
    sealed interface Understood extends Arrival {

        /** The source it came from. */
        Feed feed();

        Instant occurredAt();

        /** When it came to the log, in milliseconds since 1970. */
        long arrivedAt();
    }

    /** What is to be put into an account. */
    sealed interface ForAccount extends Understood {

        String accountId();

        int partition();
    }

    /**
     * A use of the product, reduced to what is remembered of it.
     *
     * @param id {@link Hash64} of the event's id
     * @param user {@link Hash64} of the user's id
     * @param feature {@link Hash64} of the feature's name
     */
    record Used(
            String accountId,
            int partition,
            long id,
            long user,
            long feature,
            BigDecimal quantity,
            Instant occurredAt,
            long arrivedAt)
            implements ForAccount {

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }
    }

    /** A fact of another kind. */
    record Learnt(Fact fact, int partition, long arrivedAt) implements ForAccount {

        @Override
        public String accountId() {
            return fact.accountId();
        }

        @Override
        public Feed feed() {
            return Feed.of(fact);
        }

        @Override
        public Instant occurredAt() {
            return fact.occurredAt();
        }
    }

    /** A use that figures leave out, because its event is ignored; it is known to have happened. */
    record Ignored(UsageRecorded fact, int partition, long arrivedAt) implements ForAccount {

        @Override
        public String accountId() {
            return fact.accountId();
        }

        @Override
        public Feed feed() {
            return Feed.USAGE;
        }

        @Override
        public Instant occurredAt() {
            return fact.occurredAt();
        }
    }

    /** A fact older than what figures look at; it is counted and nothing else. */
    record TooOld(Fact fact, long arrivedAt) implements Understood {

        @Override
        public Feed feed() {
            return Feed.of(fact);
        }

        @Override
        public Instant occurredAt() {
            return fact.occurredAt();
        }
    }

    /**
     * A fact in a partition that is not its account's; it is put where it belongs and counts when it arrives there.
     *
     * @param record as it was found
     * @param moved the same fact on its way there
     */
    record Misplaced(Fact fact, ConsumerRecord<String, byte[]> record, ProducerRecord<String, byte[]> moved)
            implements Arrival {}

    /** Not understood, or dated in the far future. */
    record Refused(DeadLetter letter, Reason reason) implements Arrival {}

    /** Why a record was refused; a closed set, fit for a metric's tag. */
    enum Reason {
        UNREADABLE,
        FUTURE
    }
}
