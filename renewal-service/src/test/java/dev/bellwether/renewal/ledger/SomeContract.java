package dev.bellwether.renewal.ledger;

import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.ContractStatus;
import dev.bellwether.contracts.Occurrence;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A contract as chance will have it: signed, amended, renewed ahead of time, its next term drafted, cancelled, ended. */
final class SomeContract {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private final Random random;
    private final String account;
    private final String contract;
    private final List<ContractChanged> versions = new ArrayList<>();

    private SomeContract(Random random, String account, String contract) {
        this.random = random;
        this.account = account;
        this.contract = contract;
    }

    static List<ContractChanged> of(Random random, String account, String contract) {
        return new SomeContract(random, account, contract).life();
    }

    private List<ContractChanged> life() {
        LocalDate start = FIRST.plusMonths(random.nextInt(24));
        start = start.withDayOfMonth(1 + random.nextInt(start.lengthOfMonth()));
        if (random.nextInt(8) == 0) {
            return openLife(start);
        }
        LocalDate end = random.nextInt(4) == 0
                ? start.plusDays(20 + random.nextInt(300))
                : start.plusMonths(new int[] {1, 3, 12, 24}[random.nextInt(4)]).minusDays(1);
        LocalDate signed = start.minusDays(random.nextInt(60) - 10);
        ContractKind kind = random.nextInt(12) == 0 ? ContractKind.TRIAL : ContractKind.SUBSCRIPTION;
        @Nullable ContractStatus status = anyStatus();
        @Nullable String currency = new String[] {"USD", "EUR", "EUR", null}[random.nextInt(4)];
        boolean renews = random.nextInt(3) > 0;
        int notice = new int[] {0, 30, 90}[random.nextInt(3)];
        say(signed, kind, start, end, notice, renews, amount(), currency, status, null);
        LocalDate day = signed;
        for (int i = random.nextInt(5); i > 0; i--) {
            day = day.plusDays(random.nextInt(200));
            amend(day, start, end);
        }
        if (random.nextInt(3) == 0) { // the next term, named ahead of its time
            LocalDate next = end.plusDays(1);
            LocalDate named = end.minusDays(random.nextInt(40));
            LocalDate last = next.plusMonths(12).minusDays(1);
            say(named, null, next, last, null, null, amount(), null, null, null);
            sayMoneyAfter(named);
        }
        return versions;
    }

    /** An upgrade, or another currency, of what is agreed already. */
    private void sayMoneyAfter(LocalDate named) {
        LocalDate day = named;
        for (int i = random.nextInt(3); i > 0; i--) {
            day = day.plusDays(random.nextInt(30));
            if (random.nextInt(3) > 0) {
                say(day, null, null, null, null, null, amount(), null, null, null);
            } else {
                say(day, null, null, null, null, null, null, random.nextBoolean() ? "USD" : "EUR", null, null);
            }
        }
    }

    /** Many sources never say one until the contract is stopped. */
    private @Nullable ContractStatus anyStatus() {
        int any = random.nextInt(10);
        return any == 0 ? ContractStatus.DRAFT : any < 5 ? null : ContractStatus.ACTIVE;
    }

    /** It runs until somebody says no. */
    private List<ContractChanged> openLife(LocalDate start) {
        say(start, ContractKind.SUBSCRIPTION, start, null, random.nextInt(60), null, amount(), null, null, null);
        LocalDate day = start.plusDays(2);
        for (int i = random.nextInt(4); i > 0; i--) {
            day = day.plusDays(random.nextInt(200));
            if (random.nextBoolean()) {
                say(day, null, null, null, null, null, amount(), null, null, null);
            } else {
                LocalDate on = random.nextBoolean() ? day.plusDays(random.nextInt(30)) : null;
                say(day, null, null, null, null, null, null, null, ContractStatus.CANCELLED, on);
            }
        }
        return versions;
    }

    private void amend(LocalDate day, LocalDate start, LocalDate end) {
        switch (random.nextInt(10)) {
            case 0, 1 -> say(day, null, null, null, null, null, amount(), null, null, null);
            case 2 -> say(day, null, null, null, null, random.nextBoolean(), null, null, null, null);
            case 3 -> {
                LocalDate on = random.nextBoolean() ? day.plusDays(random.nextInt(60) - 20) : null;
                say(day, null, null, null, null, null, null, null, ContractStatus.CANCELLED, on);
            }
            case 4 -> say(day, null, null, null, null, null, null, null, ContractStatus.ACTIVE, null);
            case 5 -> sayPriceAtRenewal(day);
            case 6, 7 -> {
                sayEnd(day, end.plusDays(random.nextInt(800) - 30L));
                sayMoneyAfter(day);
            }
            case 8 -> draftNext(day, end.plusDays(1 + random.nextInt(10)));
            default -> {
                if (random.nextInt(3) == 0) {
                    say(day, null, null, null, null, null, null, null, ContractStatus.ENDED, null);
                } else {
                    say(day, null, start, end, random.nextInt(100), null, null, null, null, null);
                }
            }
        }
    }

    /** Many sources keep the first day for good. */
    private void sayEnd(LocalDate day, LocalDate end) {
        @Nullable ContractStatus status = random.nextBoolean() ? ContractStatus.ACTIVE : null;
        say(day, null, null, end, null, null, null, null, status, null);
    }

    private void draftNext(LocalDate day, LocalDate start) {
        LocalDate end = start.plusMonths(1 + random.nextInt(12)).minusDays(1);
        say(day, null, start, end, null, null, amount(), null, ContractStatus.DRAFT, null);
        if (random.nextBoolean()) {
            LocalDate agreed = day.plusDays(random.nextInt(60));
            say(agreed, null, null, null, null, null, null, null, ContractStatus.ACTIVE, null);
        }
    }

    private void sayPriceAtRenewal(LocalDate day) {
        versions.add(new ContractChanged(
                said(day),
                contract,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new ContractLine("Suite", amount())),
                null));
    }

    private long amount() {
        return random.nextInt(200_000);
    }

    private void say(
            LocalDate day,
            @Nullable ContractKind kind,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer notice,
            @Nullable Boolean renews,
            @Nullable Long amount,
            @Nullable String currency,
            @Nullable ContractStatus status,
            @Nullable LocalDate cancelledOn) {
        versions.add(new ContractChanged(
                said(day),
                contract,
                kind,
                startsOn,
                endsOn,
                notice,
                renews,
                amount == null ? null : List.of(new ContractLine("Suite", amount), new ContractLine("More", 7)),
                currency,
                status,
                cancelledOn));
    }

    /** At some time of that day. */
    private Occurrence said(LocalDate day) {
        var at = day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400))).toInstant(ZoneOffset.UTC);
        return new Occurrence(contract + "/" + versions.size(), account, at);
    }
}
