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
import dev.bellwether.messaging.DeadLetter;
import dev.bellwether.messaging.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells what a record is: a fact, one that figures leave out, or nothing that can be understood. */
@ApplicationScoped
class Decoder {

    private final Duration futureTolerance;
    private final long retentionDays;
    private final Set<String> ignored;
    private final BusinessDays days;

    Decoder(HealthSettings settings, UsageSettings usage, BusinessDays days) {
        this.futureTolerance = settings.futureTolerance();
        this.retentionDays = settings.retentionDays();
        this.ignored = usage.ignore().orElse(Set.of());
        this.days = days;
    }

    Arrival read(ConsumerRecord<String, byte[]> record, Instant now) {
        return switch (Records.read(record)) {
            case Reading.Refused<Envelope>(List<Problem> problems) ->
                refused(record, problems, Arrival.Reason.UNREADABLE);
            case Reading.Understood<Envelope>(Envelope envelope) ->
                switch (Codec.readFact(envelope)) {
                    case Reading.Refused<Fact>(List<Problem> problems) ->
                        refused(record, problems, Arrival.Reason.UNREADABLE);
                    case Reading.Understood<Fact>(Fact fact) -> judge(record, fact, now);
                };
        };
    }

    private Arrival judge(ConsumerRecord<String, byte[]> record, Fact fact, Instant now) {
        if (fact.occurredAt().isAfter(now.plus(futureTolerance))) {
            Problem problem =
                    new Problem("/time", "is more than " + futureTolerance.toMinutes() + " minutes in the future");
            return refused(record, List.of(problem), Arrival.Reason.FUTURE);
        }
        Instant arrivedAt = Instant.ofEpochMilli(record.timestamp());
        if (fact instanceof UsageRecorded usage && ignored.contains(usage.feature())) {
            return new Arrival.LeftOut(fact, record.partition(), arrivedAt, Arrival.Reason.IGNORED);
        }
        if (ages(fact) && days.dayOf(fact.occurredAt()) < days.dayOf(now) - retentionDays) {
            return new Arrival.LeftOut(fact, record.partition(), arrivedAt, Arrival.Reason.TOO_OLD);
        }
        return new Arrival.Accepted(fact, record.partition(), arrivedAt);
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
