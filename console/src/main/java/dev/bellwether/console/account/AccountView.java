package dev.bellwether.console.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.console.health.AccountFile;
import dev.bellwether.console.health.AccountHealth;
import dev.bellwether.console.health.OpenFlag;
import dev.bellwether.console.page.Badge;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Numbers;
import dev.bellwether.console.wording.SignalWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * One account, ready to be shown; an empty text where there is nothing to show.
 *
 * @param standing of which day the score is, and how much of the model is known
 * @param caps the caps that hold, whether or not they lower the score
 * @param opinion an override in words
 */
record AccountView(
        String id,
        String name,
        Badge badge,
        String standing,
        Loss loss,
        List<String> caps,
        List<RaisedFlag> flags,
        List<Entry> figures,
        List<Entry> profile,
        String opinion) {

    private static final AccountHealth NOT_SCORED =
            new AccountHealth(null, null, null, null, null, List.of(), List.of());

    static AccountView of(AccountFile file, LocalDate today, ZoneId zone) {
        AccountHealth health = file.health() == null ? NOT_SCORED : file.health();
        JsonNode figures = file.figures();
        SignalWords words = new SignalWords(name -> KeyFigure.named(figures, name));
        return new AccountView(
                file.id(),
                Profile.name(file.profile(), file.id()),
                Badge.of(health.score(), health.band()),
                standing(health),
                Loss.of(health, words),
                caps(health),
                file.flags().stream()
                        .sorted(OpenFlag.WORST_FIRST)
                        .map(flag -> RaisedFlag.of(flag, today, zone))
                        .toList(),
                KeyFigure.of(figures),
                Profile.entries(file.profile()),
                Opinion.inWords(file.override()));
    }

    private static String standing(AccountHealth health) {
        StringBuilder standing = new StringBuilder();
        if (health.asOf() != null) {
            standing.append("As of ").append(Days.inWords(health.asOf()));
        }
        if (health.coverage() != null) {
            standing.append(standing.isEmpty() ? "" : " · ")
                    .append(Numbers.percent(health.coverage()))
                    .append(" of the model is known");
        }
        return standing.toString();
    }

    private static List<String> caps(AccountHealth health) {
        return health.caps().stream()
                .filter(cap -> cap.limit() != null)
                .map(cap -> SignalWords.cap(cap.name(), cap.limit()))
                .toList();
    }

    /** Whether the score can be taken apart. */
    public boolean scored() {
        return !loss.parts().isEmpty();
    }
}
