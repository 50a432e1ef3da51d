package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Our own people in a customer's account: they use what the customer uses and what nobody else does, and it is said that
 * they are ours before, while or long after they do, by mark or by domain, and sometimes it is taken back.
 */
enum OurOwn {
    KNOWN_FROM_THE_START,
    FOUND_OUT,
    FOUND_OUT_AT_LAST,
    TAKEN_BACK,
    WENT_AND_CAME_BACK;

    static final String FEATURE = "support-console";

    private static final List<String> FEATURES = List.of(FEATURE, "export", "login", "report", "heartbeat");
    private static final List<String> MAILS = List.of("o@bellwether.example", "O@BELLWETHER.example");

    static void happen(Chance chance, LocalDate first, LocalDate last, List<Fact> facts) {
        for (OurOwn kind : values()) {
            if (chance.oneIn(4)) {
                String id = "ours-" + kind.ordinal();
                kind.isKnown(chance, id, first, last, facts);
                use(chance, id, first, last, facts);
            }
        }
    }

    private void isKnown(Chance chance, String id, LocalDate first, LocalDate last, List<Fact> facts) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        LocalDate some = first.plusDays(chance.below(days + 1));
        LocalDate later = some.plusDays(chance.below((int) (last.toEpochDay() - some.toEpochDay()) + 1));
        boolean byDomain = chance.oneIn(2);
        switch (this) {
            case KNOWN_FROM_THE_START -> facts.add(said(chance, id, first, byDomain, true));
            case FOUND_OUT -> facts.add(said(chance, id, some, byDomain, true));
            case FOUND_OUT_AT_LAST -> facts.add(said(chance, id, last, byDomain, true));
            case TAKEN_BACK -> {
                facts.add(said(chance, id, some, byDomain, true));
                facts.add(said(chance, id, later, byDomain, false));
            }
            case WENT_AND_CAME_BACK -> {
                facts.add(said(chance, id, first, byDomain, true));
                facts.add(said(chance, id, some, byDomain, false));
                facts.add(said(chance, id, later, byDomain, true));
            }
        }
    }

    private static UserDescribed said(Chance chance, String id, LocalDate day, boolean byDomain, boolean isOurs) {
        String email = isOurs ? chance.oneOf(MAILS) : "o@acme.example";
        return byDomain
                ? new UserDescribed(chance.on(day), id, email, null, null, null, null, null)
                : new UserDescribed(chance.on(day), id, null, null, null, null, isOurs, null);
    }

    private static void use(Chance chance, String id, LocalDate first, LocalDate last, List<Fact> facts) {
        int seldom = chance.between(1, 10);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (int uses = chance.oneIn(seldom) ? chance.between(1, 3) : 0; uses > 0; uses--) {
                BigDecimal quantity = BigDecimal.valueOf(chance.between(-50, 4_000), chance.below(7));
                facts.add(new UsageRecorded(chance.on(day), id, chance.oneOf(FEATURES), quantity));
            }
        }
    }
}
