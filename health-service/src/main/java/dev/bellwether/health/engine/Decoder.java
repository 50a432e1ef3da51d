package dev.bellwether.health.engine;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.Reading;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.health.HealthSettings;
import dev.bellwether.health.UsageSettings;
import dev.bellwether.health.score.memory.BusinessDays;
import dev.bellwether.health.score.memory.Hash64;
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.Records;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells what a record is: a fact, one that figures leave out, or nothing that can be understood. */
@Singleton
class Decoder {

    private static final long SECONDS_A_DAY = 86_400;

    private final Duration futureTolerance;
    private final long retentionDays;
    private final LongSet ignored;
    private final BusinessDays days;
    private final ThreadLocal<UsageDecoder> shortWay = ThreadLocal.withInitial(UsageDecoder::new);

    Decoder(HealthSettings settings, UsageSettings usage, BusinessDays days) {
        this.futureTolerance = settings.futureTolerance();
        this.retentionDays = settings.retentionDays();
        this.ignored = new LongOpenHashSet(
                usage.ignore().orElse(Set.of()).stream().mapToLong(Hash64::of).toArray());
        this.days = days;
    }

    /**
     * Reads one. Whether it is of the future or too old is judged by when it came to the log, so that the moment of reading
     * does not matter.
     *
     * @param now records that came later came now: the clock that stamped them is ahead
     */
    Arrival read(ConsumerRecord<String, byte[]> record, Instant now, Placement placement) {
        Instant arrivedAt = Instant.ofEpochMilli(Math.min(record.timestamp(), now.toEpochMilli()));
        Arrival.Used usual = shortWay.get().read(record);
        if (usual != null
                && !ignored.contains(usual.feature())
                && isTimely(usual.occurredAt(), arrivedAt)
                && placement.of(usual.accountId()) == usual.partition()) {
            return usual;
        }
        return switch (Records.read(record)) {
            case Reading.Refused<Envelope>(List<Problem> problems) ->
                refused(record, problems, Arrival.Reason.UNREADABLE);
            case Reading.Understood<Envelope>(Envelope envelope) ->
                switch (Codec.readFact(envelope)) {
                    case Reading.Refused<Fact>(List<Problem> problems) ->
                        refused(record, problems, Arrival.Reason.UNREADABLE);
                    case Reading.Understood<Fact>(Fact fact) ->
                        placement.of(fact.accountId()) == record.partition()
                                ? judge(record, fact, arrivedAt)
                                : new Arrival.Misplaced(fact, record, placement.inPlace(Records.write(envelope)));
                };
        };
    }

    private Arrival judge(ConsumerRecord<String, byte[]> record, Fact fact, Instant arrivedAt) {
        if (isFuture(fact.occurredAt(), arrivedAt)) {
            Problem problem =
                    new Problem("/time", "is more than " + futureTolerance.toMinutes() + " minutes in the future");
            return refused(record, List.of(problem), Arrival.Reason.FUTURE);
        }
        if (ages(fact) && isTooOld(fact.occurredAt(), arrivedAt)) {
            return new Arrival.TooOld(fact, record.timestamp());
        }
        if (!(fact instanceof UsageRecorded usage)) {
            return new Arrival.Learnt(fact, record.partition(), record.timestamp());
        }
        long feature = Hash64.of(usage.feature());
        return ignored.contains(feature)
                ? new Arrival.Ignored(usage, record.partition(), record.timestamp())
                : used(record, usage, feature);
    }

    private static Arrival.Used used(ConsumerRecord<String, byte[]> record, UsageRecorded usage, long feature) {
        return new Arrival.Used(
                usage.accountId(),
                record.partition(),
                Hash64.of(usage.id()),
                Hash64.of(usage.userId()),
                feature,
                usage.quantity(),
                usage.occurredAt(),
                record.timestamp());
    }

    private boolean isTimely(Instant occurredAt, Instant arrivedAt) {
        return !isFuture(occurredAt, arrivedAt) && !isTooOld(occurredAt, arrivedAt);
    }

    private boolean isFuture(Instant occurredAt, Instant arrivedAt) {
        return occurredAt.isAfter(arrivedAt.plus(futureTolerance));
    }

    private boolean isTooOld(Instant occurredAt, Instant arrivedAt) {
        // nearly nothing is anywhere near that old: no calendar is needed to tell
        long age = arrivedAt.getEpochSecond() - occurredAt.getEpochSecond();
        return age > (retentionDays - 1) * SECONDS_A_DAY
                && days.dayOf(occurredAt) < days.dayOf(arrivedAt) - retentionDays;
    }

    /** Who a customer is and what was signed is true until something newer is said, however long ago it was said. */
    private static boolean ages(Fact fact) {
        return switch (fact) {
            case AccountDescribed f -> false;
            case UserDescribed f -> false;
            case ContractChanged f -> false;
            case UsageRecorded f -> true;
            case InvoiceChanged f -> true;
            case PaymentFailed f -> true;
            case TicketChanged f -> true;
            case SurveyAnswered f -> true;
            case Mentioned f -> true;
            case PulseTaken f -> true;
        };
    }

    private static Arrival refused(
            ConsumerRecord<String, byte[]> record, List<Problem> problems, Arrival.Reason reason) {
        return new Arrival.Refused(DeadLetter.of(record, problems), reason);
    }
}
