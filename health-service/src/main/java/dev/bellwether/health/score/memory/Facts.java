package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import dev.bellwether.contracts.agreed.AccountZone;
import dev.bellwether.contracts.agreed.Stretch;
import dev.bellwether.contracts.agreed.Stretches;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account's facts of every kind but usage, as of any day. The same fact twice is one fact, and any order of adding
 * gives the same. Not for several threads at once.
 */
public final class Facts {

    // today, the day a week before to which today's score is compared, and the day that a silent source keeps for each
    private static final int DAYS_KEPT = 4;

    private static final long OWN_BYTES = 1_500;
    // the hash of an id in a set that is half full
    private static final long ID_BYTES = 24;

    /** What a contract amounts to depends on its account's time zone and currency too. */
    private static final Fold<ContractChanged, List<ContractChanged>> WHOLE = new Fold<>() {

        @Override
        public String idOf(ContractChanged version) {
            return version.contractId();
        }

        @Override
        public List<ContractChanged> fold(String id, List<ContractChanged> versions) {
            return List.copyOf(versions);
        }
    };

    private final BusinessDays days;
    private final Versions<AccountDescribed, Profile> account;
    private final People people;
    private final Versions<InvoiceChanged, Invoice> invoices;
    private final Occurred<PaymentFailed> failures;
    private final Versions<TicketChanged, Ticket> tickets;
    private final Occurred<SurveyAnswered> answers;
    private final Occurred<Mentioned> mentions;
    private final Occurred<PulseTaken> pulses;
    private final Versions<ContractChanged, List<ContractChanged>> contracts;

    // 64 bits of each that was ever told: a repeat must be known by its id alone, as it may tell of another time
    private final LongSet ids = new LongOpenHashSet(0);
    private final Map<LocalDate, Known> asked = new LinkedHashMap<>();
    private @Nullable Agreed agreed;
    // null once something was added
    private @Nullable LocalDate agreedAsOf;

    Facts(Settings settings) {
        days = settings.days();
        account = new Versions<>(days, Profile.FOLD);
        people = new People(settings);
        invoices = new Versions<>(days, new Invoice.Folding(days));
        failures = new Occurred<>(days);
        tickets = new Versions<>(days, Ticket.FOLD);
        answers = new Occurred<>(days);
        mentions = new Occurred<>(days);
        pulses = new Occurred<>(days);
        contracts = new Versions<>(days, WHOLE);
    }

    /**
     * Adds a fact; true when its id is new, so that it must be kept. What is kept and added again gives the same.
     *
     * @throws IllegalArgumentException for usage, which is not a rare fact
     */
    public boolean add(Fact fact) {
        if (!ids.add(Hash64.of(fact.id()))) {
            return false;
        }
        put(fact);
        asked.clear();
        agreedAsOf = null;
        return true;
    }

    boolean has(String id) {
        return ids.contains(Hash64.of(id));
    }

    /** Texts that no figure looks at are not held in memory: a comment may be longer than all the rest. */
    private void put(Fact fact) {
        switch (fact) {
            case AccountDescribed version -> account.add(version);
            case UserDescribed version -> people.add(version);
            case InvoiceChanged version -> invoices.add(version);
            case PaymentFailed f -> failures.add(new PaymentFailed(f.occurrence(), f.invoiceId(), null));
            case TicketChanged version -> tickets.add(version);
            case SurveyAnswered a ->
                answers.add(new SurveyAnswered(a.occurrence(), a.userId(), a.kind(), a.score(), a.scale(), null));
            case Mentioned m -> mentions.add(new Mentioned(m.occurrence(), null, m.sentiment(), null, null));
            case PulseTaken p -> pulses.add(new PulseTaken(p.occurrence(), p.opinion(), null, null));
            case ContractChanged version -> contracts.add(version);
            case UsageRecorded usage ->
                throw new IllegalArgumentException("usage " + usage.id() + " is not a rare fact");
        }
    }

    /** What is known as of the end of the day. */
    public Known asOf(LocalDate day) {
        Known known = asked.get(day);
        if (known == null) {
            known = look(day);
            if (asked.size() == DAYS_KEPT) {
                asked.clear();
            }
            asked.put(day, known);
        }
        return known;
    }

    /**
     * Of each contract, in the order of the days, on which it ran or will and what it was worth, as of the end of the day.
     * Apart from the rest because no figure looks at contracts, and some are told every night.
     */
    public List<List<Stretch>> contractsAsOf(LocalDate day) {
        Agreed known = agreed;
        if (known == null || !day.equals(agreedAsOf)) {
            Profile profile = asOf(day).profile();
            ZoneId zone = AccountZone.of(profile.timeZone(), days.zone());
            Said said = new Said(contracts.asOf(day.toEpochDay()), zone, profile.currency());
            known = known != null && known.said.equals(said) ? known : Agreed.by(said);
            agreed = known;
            agreedAsOf = day;
        }
        return known.contracts;
    }

    /** What contracts follow from; the same on most days. */
    private record Said(
            List<List<ContractChanged>> versions,
            ZoneId zone,
            @Nullable String currency) {}

    private record Agreed(Said said, List<List<Stretch>> contracts) {

        static Agreed by(Said said) {
            return new Agreed(
                    said,
                    said.versions.stream()
                            .map(versions -> Stretches.of(versions, said.zone, said.currency))
                            .toList());
        }
    }

    /** What this takes of memory, in bytes; an estimate. */
    long bytes() {
        long versions = account.bytes() + people.bytes() + invoices.bytes() + tickets.bytes() + contracts.bytes();
        long occurrences = failures.bytes() + answers.bytes() + mentions.bytes() + pulses.bytes();
        return OWN_BYTES + ID_BYTES * ids.size() + versions + occurrences;
    }

    /** Keys of the users who are internal by any version, a view that grows; those internal as of some day are among them. */
    LongSet everInternal() {
        return people.everInternal();
    }

    /** Whether by this version somebody is internal who never was before. */
    boolean isFirstInternal(UserDescribed version) {
        return people.isFirstInternal(version);
    }

    private Known look(LocalDate date) {
        long day = date.toEpochDay();
        Profile profile = account.asOf(day).stream().findFirst().orElse(Profile.UNDESCRIBED);
        List<Person> singledOut = people.singledOut(day);
        return new Known(
                date,
                profile,
                people.internal(singledOut),
                people.champions(singledOut),
                invoices.asOf(day),
                failures.asOf(day),
                tickets.asOf(day),
                newestOfEach(answers.asOf(day)),
                mentions.asOf(day),
                pulses.asOf(day));
    }

    private static List<SurveyAnswered> newestOfEach(List<SurveyAnswered> oldestFirst) {
        record Question(String userId, Enum<?> kind) {}
        LinkedHashMap<Question, SurveyAnswered> newest = new LinkedHashMap<>();
        for (SurveyAnswered answer : oldestFirst) {
            newest.putLast(new Question(answer.userId(), answer.kind()), answer);
        }
        return List.copyOf(newest.values());
    }
}
