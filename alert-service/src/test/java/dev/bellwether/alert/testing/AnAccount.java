package dev.bellwether.alert.testing;

import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.Evidence;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Severity;
import dev.bellwether.contracts.Term;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account to which things happen; times are minutes after nine on a Monday. */
public record AnAccount(String id, String name, @Nullable String owner) {

    public static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    /** An account that no other test knows. */
    public static AnAccount named(String name) {
        return new AnAccount("acc-" + UUID.randomUUID(), name, "ann@example.com");
    }

    public AnAccount ownedBy(@Nullable String other) {
        return new AnAccount(id, name, other);
    }

    public AnAccount withId(String other) {
        return new AnAccount(other, name, owner);
    }

    public FlagRaised raised(String flagId, int minute, FlagKind kind, Severity severity) {
        return new FlagRaised(at(minute), snapshot(), flag(flagId, minute, kind, severity));
    }

    public FlagRaised latePayment(String flagId, int minute) {
        return raised(flagId, minute, FlagKind.LATE_PAYMENT, Severity.LOW);
    }

    public FlagRaised raisedAgain(FlagRaised first, int minute) {
        return new FlagRaised(at(minute), snapshot(), first.flag());
    }

    public FlagEscalated escalated(FlagRaised first, int minute, Severity severity) {
        return new FlagEscalated(at(minute), snapshot(), with(first.flag(), severity, "It got worse."));
    }

    public FlagCleared cleared(FlagRaised first, int minute) {
        return cleared(first, minute, first.flag().severity());
    }

    public FlagCleared cleared(FlagRaised first, int minute, Severity severity) {
        return new FlagCleared(at(minute), snapshot(), with(first.flag(), severity, "Everything is paid."));
    }

    public ScoreChanged scored(int minute, String score) {
        var now = new AccountSnapshot(name, owner, new BigDecimal(score), Band.GREEN);
        return new ScoreChanged(at(minute), now, new BigDecimal("60.00"), Band.YELLOW, BigDecimal.ONE);
    }

    public RenewalDue due(String contractId, int milestone, int minute) {
        return new RenewalDue(
                at(minute), snapshot(), term(contractId), milestone, milestone, List.of("An invoice is 8 days late."));
    }

    /** The same milestone of a term whose dates were corrected. */
    public RenewalDue moved(RenewalDue first, int minute, LocalDate endsOn, LocalDate decisionOn) {
        Term term = moved(first.term(), endsOn, decisionOn);
        return new RenewalDue(at(minute), snapshot(), term, first.milestone(), first.daysLeft(), first.flags());
    }

    /** The same term, found lapsed at another end. */
    public TermLapsed moved(TermLapsed first, int minute, LocalDate endsOn) {
        return new TermLapsed(at(minute), snapshot(), moved(first.term(), endsOn, endsOn));
    }

    private static Term moved(Term term, LocalDate endsOn, LocalDate decisionOn) {
        return new Term(
                term.contractId(),
                term.kind(),
                term.startsOn(),
                endsOn,
                decisionOn,
                term.autoRenew(),
                term.annualValue());
    }

    /** Of the same term and decision as a notice. */
    public RenewalDisputed disputed(RenewalDue due, int minute) {
        return disputed(due, minute, "max@example.com");
    }

    public RenewalDisputed disputed(RenewalDue due, int minute, @Nullable String manager) {
        return new RenewalDisputed(
                at(minute),
                snapshot(),
                due.term(),
                due.milestone(),
                due.daysLeft(),
                "commit",
                "at-risk",
                null,
                manager,
                "Carla commits, the figures say at risk.");
    }

    public TermLapsed lapsed(String contractId, int minute) {
        return new TermLapsed(at(minute), snapshot(), term(contractId));
    }

    public TermRenewed renewed(String contractId, int minute) {
        return new TermRenewed(at(minute), snapshot(), term(contractId));
    }

    public AccountChurned churned(String contractId, int minute) {
        return new AccountChurned(at(minute), snapshot(), term(contractId));
    }

    public AccountSnapshot snapshot() {
        return new AccountSnapshot(name, owner, new BigDecimal("41.50"), Band.YELLOW);
    }

    private static Flag flag(String flagId, int minute, FlagKind kind, Severity severity) {
        Evidence evidence = new Evidence(
                Map.of("daysPastDue", BigDecimal.valueOf(8), "overdueAmount.EUR", BigDecimal.valueOf(1_250_000)),
                List.of("inv-1"));
        return new Flag(
                flagId, kind, severity, NINE.plusSeconds(60L * minute), "Invoice inv-1 is 8 days past due.", evidence);
    }

    private static Flag with(Flag flag, Severity severity, String sentence) {
        return new Flag(flag.flagId(), flag.kind(), severity, flag.raisedAt(), sentence, flag.evidence());
    }

    private static Term term(String contractId) {
        return new Term(
                contractId,
                ContractKind.SUBSCRIPTION,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 12, 31),
                LocalDate.of(2026, 10, 2),
                true,
                Map.of("EUR", 1_200_000L, "JPY", 50_000L));
    }

    private Occurrence at(int minute) {
        return new Occurrence("evt-" + UUID.randomUUID(), id, NINE.plusSeconds(60L * minute));
    }
}
