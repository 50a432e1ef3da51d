package dev.bellwether.alert.book;

import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.wording.Line;
import dev.bellwether.alert.wording.Wording;
import dev.bellwether.alert.wording.Words;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.ScoreChanged;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows are shown. */
record Listing(URI console) {

    /** Of an event that a later version does not read any more the rest is shown all the same. */
    ListedAlert of(AlertRow row, AccountRow account) {
        return row.kept
                .readable(row.accountId)
                .map(event -> of(row, account, told(event)))
                .orElseGet(() -> of(row, account, unreadable(row, account)));
    }

    /** What the event says. */
    private record Said(String headline, String sentence, Map<String, BigDecimal> figures, List<Line> details) {}

    private Said told(Event event) {
        Wording wording = Words.of(event, console);
        return new Said(wording.headline(), wording.sentence(), figures(event), wording.details());
    }

    private static Said unreadable(AlertRow row, AccountRow account) {
        return new Said(account.name + ": " + row.kind, "What led to it is not read any more.", Map.of(), List.of());
    }

    private static ListedAlert of(AlertRow row, AccountRow account, Said said) {
        Item.@Nullable PutOff putOff = row.putOff();
        return new ListedAlert(
                row.id,
                row.accountId,
                account.name,
                account.owner,
                row.kind,
                row.severity,
                row.standing(),
                row.since,
                row.kept.at(),
                said.headline(),
                said.sentence(),
                said.figures(),
                said.details(),
                account.score,
                account.band,
                row.stateBy,
                row.stateAt,
                putOff == null ? null : putOff.by(),
                putOff == null ? null : putOff.until(),
                row.assignee);
    }

    private static Map<String, BigDecimal> figures(Event event) {
        return switch (event) {
            case FlagRaised e -> e.flag().evidence().figures();
            case FlagEscalated e -> e.flag().evidence().figures();
            case FlagCleared e -> e.flag().evidence().figures();
            case ScoreChanged e -> Map.of();
            case RenewalEvent e -> Map.of();
            case Fact e -> Map.of();
        };
    }
}
