package dev.bellwether.alert.testing;

import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Flags of many accounts as they come, get worse and end; the same random numbers give the same flags. */
public final class ManyFlags {

    private static final List<FlagKind> KINDS = List.of(
            FlagKind.RED, FlagKind.USAGE_DROP, FlagKind.LATE_PAYMENT, FlagKind.URGENT_TICKET, FlagKind.ADVOCATE);
    private static final Severity[] RANKS = {Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL};

    private final Random random;
    private final List<AnAccount> accounts;
    private final Map<String, FlagRaised> open = new HashMap<>();

    public ManyFlags(Random random, List<AnAccount> accounts) {
        this.random = random;
        this.accounts = List.copyOf(accounts);
    }

    /** What happens next. */
    public HealthEvent next(Instant now) {
        AnAccount account = accounts.get(random.nextInt(accounts.size()));
        FlagKind kind = KINDS.get(random.nextInt(KINDS.size()));
        String key = account.id() + kind;
        int minute = (int) Duration.between(AnAccount.NINE, now).toMinutes();
        FlagRaised raised = open.get(key);
        if (raised == null) {
            Severity severity = kind == FlagKind.ADVOCATE ? Severity.INFO : RANKS[random.nextInt(3)];
            FlagRaised fresh = account.raised("f" + random.nextLong(), minute, kind, severity);
            open.put(key, fresh);
            return fresh;
        }
        List<Severity> worse = Arrays.stream(RANKS)
                .filter(severity -> severity.compareTo(raised.flag().severity()) > 0)
                .toList();
        if (!worse.isEmpty() && random.nextInt(3) == 0) {
            FlagEscalated escalated = account.escalated(raised, minute, worse.get(random.nextInt(worse.size())));
            open.put(key, new FlagRaised(raised.occurrence(), raised.account(), escalated.flag()));
            return escalated;
        }
        open.remove(key);
        return account.cleared(raised, minute);
    }
}
