package dev.bellwether.renewal.term;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.contracts.agreed.Versions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract in the making: each word adds a version, said a second after the one before. */
final class Contracted {

    private final List<ContractChanged> versions = new ArrayList<>();
    private final String contractId;
    private Instant at = Instant.parse("2020-01-01T08:00:00Z");

    private Contracted(String contractId) {
        this.contractId = contractId;
    }

    static Contracted subscription(String startsOn, String endsOn) {
        return of("c-1", ContractKind.SUBSCRIPTION, startsOn, endsOn);
    }

    static Contracted trial(String startsOn, String endsOn) {
        return of("c-1", ContractKind.TRIAL, startsOn, endsOn);
    }

    /** Without an end. */
    static Contracted open(String startsOn) {
        return new Contracted("c-1")
                .say(ContractKind.SUBSCRIPTION, LocalDate.parse(startsOn), null, null, null, null, null);
    }

    static Contracted of(String id, ContractKind kind, String startsOn, String endsOn) {
        Contracted contracted = new Contracted(id);
        contracted.say(kind, LocalDate.parse(startsOn), LocalDate.parse(endsOn), null, null, null, null);
        return contracted;
    }

    /** A subscription of which the first that is ever said, on that day, is that it is stopped. */
    static Contracted firstHeardOf(String day, String startsOn, String endsOn, ContractStatus status) {
        Contracted contracted = new Contracted("c-1").on(day);
        LocalDate start = LocalDate.parse(startsOn);
        return contracted.say(ContractKind.SUBSCRIPTION, start, LocalDate.parse(endsOn), null, null, status, null);
    }

    /** From here on versions are said on that day. */
    Contracted on(String day) {
        at = LocalDate.parse(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
        return this;
    }

    Contracted term(String startsOn, String endsOn) {
        return say(null, LocalDate.parse(startsOn), LocalDate.parse(endsOn), null, null, null, null);
    }

    Contracted startsOn(String day) {
        return say(null, LocalDate.parse(day), null, null, null, null, null);
    }

    Contracted endsOn(String day) {
        return say(null, null, LocalDate.parse(day), null, null, null, null);
    }

    Contracted noticeDays(int days) {
        return say(null, null, null, days, null, null, null);
    }

    Contracted autoRenews() {
        return say(null, null, null, null, true, null, null);
    }

    Contracted autoRenewsNoMore() {
        return say(null, null, null, null, false, null, null);
    }

    Contracted status(ContractStatus status) {
        return say(null, null, null, null, null, status, null);
    }

    Contracted cancelledOn(String day) {
        return say(null, null, null, null, null, ContractStatus.CANCELLED, LocalDate.parse(day));
    }

    Contracted say(ContractStatus status, @Nullable LocalDate cancelledOn) {
        return say(null, null, null, null, null, status, cancelledOn);
    }

    /** From now on. */
    Contracted costs(long annualAmount, String currency) {
        at = at.plusSeconds(1);
        versions.add(new ContractChanged(
                new Occurrence(contractId + "/" + versions.size(), "acme", at),
                contractId,
                null,
                null,
                null,
                null,
                null,
                List.of(new ContractLine("Suite", annualAmount)),
                currency,
                null,
                null));
        return this;
    }

    /** The price from the next renewal on. */
    Contracted atRenewal(long annualAmount) {
        at = at.plusSeconds(1);
        versions.add(new ContractChanged(
                new Occurrence(contractId + "/" + versions.size(), "acme", at),
                contractId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new ContractLine("Suite", annualAmount)),
                null));
        return this;
    }

    List<ContractChanged> versions() {
        return List.copyOf(versions);
    }

    /** By what had been said by the end of that day. */
    History asOf(LocalDate day) {
        Instant end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return History.fold(
                versions.stream()
                        .filter(version -> version.occurredAt().isBefore(end))
                        .toList(),
                ZoneOffset.UTC,
                null);
    }

    Contracted kind(ContractKind kind) {
        return say(kind, null, null, null, null, null, null);
    }

    History history() {
        return History.fold(versions, ZoneOffset.UTC, null);
    }

    Contract folded() {
        return Versions.fold(versions, ZoneOffset.UTC, null);
    }

    private Contracted say(
            @Nullable ContractKind kind,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer noticeDays,
            @Nullable Boolean autoRenew,
            @Nullable ContractStatus status,
            @Nullable LocalDate cancelledOn) {
        at = at.plusSeconds(1);
        String id = contractId + "/" + versions.size();
        List<ContractLine> lines = kind == null ? null : List.of(new ContractLine("Suite", 120_000));
        versions.add(new ContractChanged(
                new Occurrence(id, "acme", at),
                contractId,
                kind,
                startsOn,
                endsOn,
                noticeDays,
                autoRenew,
                lines,
                kind == null ? null : "EUR",
                status,
                cancelledOn));
        return this;
    }
}
