package dev.bellwether.renewal;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.AccountStatus;
import dev.bellwether.contracts.Band;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Evidence;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.Occurrence;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of one account, each said a second after the one before. */
public final class Say {

    private final String account;
    private Instant at = Instant.parse("2025-12-01T08:00:00Z");

    private Say(String account) {
        this.account = account;
    }

    /** An account that no other test knows. */
    public static Say ofSomeAccount() {
        return new Say("acc-" + UUID.randomUUID());
    }

    /** The same account, by another source. */
    public static Say of(String account) {
        return new Say(account);
    }

    public String account() {
        return account;
    }

    public String contractId() {
        return "c-" + account;
    }

    public AccountDescribed profile(String name, String owner) {
        return profile(name, owner, null);
    }

    public AccountDescribed profile(@Nullable String name, @Nullable String owner, @Nullable String timeZone) {
        return new AccountDescribed(
                next(), name, owner, null, null, null, null, timeZone, null, Map.of(), null, null, null);
    }

    public AccountDescribed segment(String owner, String segment) {
        return new AccountDescribed(
                next(), "Acme", owner, segment, null, null, null, null, null, Map.of(), null, null, null);
    }

    /** The account itself is said to be lost. */
    public AccountDescribed churned(String on, String reason) {
        return status(AccountStatus.CHURNED, LocalDate.parse(on), reason);
    }

    /** The account is said to be a customer. */
    public AccountDescribed back() {
        return status(AccountStatus.ACTIVE, null, null);
    }

    private AccountDescribed status(AccountStatus status, @Nullable LocalDate on, @Nullable String reason) {
        return new AccountDescribed(
                next(), null, null, null, null, null, null, null, null, Map.of(), status, on, reason);
    }

    /** From here on it is said on that day, in the morning. */
    public Say on(String day) {
        at = LocalDate.parse(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
        return this;
    }

    /** A subscription of 12,000.00 EUR a year. */
    public ContractChanged subscription(String startsOn, String endsOn, int noticeDays, boolean autoRenew) {
        return contract(contractId(), ContractKind.SUBSCRIPTION, startsOn, endsOn, noticeDays, autoRenew);
    }

    public ContractChanged contract(
            String id, ContractKind kind, String startsOn, String endsOn, int noticeDays, boolean autoRenew) {
        return new ContractChanged(
                next(),
                id,
                kind,
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                noticeDays,
                autoRenew,
                List.of(new ContractLine("Suite", 1_200_000)),
                "EUR",
                ContractStatus.ACTIVE,
                null);
    }

    /** The dates of a contract of 12,000.00 EUR a year, and not where it stands: files of contracts say so. */
    public ContractChanged dates(String startsOn, String endsOn) {
        return new ContractChanged(
                next(),
                contractId(),
                null,
                LocalDate.parse(startsOn),
                LocalDate.parse(endsOn),
                null,
                null,
                List.of(new ContractLine("Suite", 1_200_000)),
                "EUR",
                null,
                null);
    }

    /** The contract costs so much a year from now on, in cents. */
    public ContractChanged worth(long annualAmount) {
        return new ContractChanged(
                next(),
                contractId(),
                null,
                null,
                null,
                null,
                null,
                List.of(new ContractLine("Suite", annualAmount)),
                null,
                null,
                null);
    }

    public ContractChanged noticeDays(int days) {
        return new ContractChanged(next(), contractId(), null, null, null, days, null, null, null, null, null);
    }

    public ContractChanged endsOn(String endsOn) {
        return new ContractChanged(
                next(), contractId(), null, null, LocalDate.parse(endsOn), null, null, null, null, null, null);
    }

    public ContractChanged status(String id, ContractStatus status) {
        return new ContractChanged(next(), id, null, null, null, null, null, null, null, status, null);
    }

    public ContractChanged cancelled(String on) {
        return new ContractChanged(
                next(),
                contractId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ContractStatus.CANCELLED,
                LocalDate.parse(on));
    }

    public ScoreChanged score(String score, Band band) {
        return score(score, band, Band.UNKNOWN);
    }

    /** The score moved within its band. */
    public ScoreChanged sameScore(String score, Band band) {
        return score(score, band, band);
    }

    private ScoreChanged score(String score, Band band, Band before) {
        return new ScoreChanged(
                next(), new AccountSnapshot(account, null, new BigDecimal(score), band), null, before, BigDecimal.ONE);
    }

    public FlagRaised raised(String flagId, Severity severity, String sentence) {
        return new FlagRaised(next(), snapshot(), flag(flagId, severity, sentence));
    }

    public FlagCleared cleared(String flagId) {
        return new FlagCleared(next(), snapshot(), flag(flagId, Severity.LOW, "It is over."));
    }

    private AccountSnapshot snapshot() {
        return new AccountSnapshot(account, null, new BigDecimal("38.50"), Band.RED);
    }

    private Flag flag(String flagId, Severity severity, String sentence) {
        return new Flag(
                account + flagId, FlagKind.LATE_PAYMENT, severity, at, sentence, new Evidence(Map.of(), List.of()));
    }

    private Occurrence next() {
        at = at.plusSeconds(1);
        return new Occurrence(UUID.randomUUID().toString(), account, at);
    }
}
