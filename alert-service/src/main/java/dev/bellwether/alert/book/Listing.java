package dev.bellwether.alert.book;

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
import java.util.Map;

/** How rows are shown. */
record Listing(URI console) {

    ListedAlert of(AlertRow row, AccountRow account) {
        Event event = row.kept.event(row.accountId);
        Wording wording = Words.of(event, console);
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
                wording.headline(),
                wording.sentence(),
                figures(event),
                wording.details(),
                account.score,
                account.band,
                row.stateBy,
                row.stateAt);
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
