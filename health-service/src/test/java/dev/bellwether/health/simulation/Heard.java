package dev.bellwether.health.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.contracts.AccountSnapshot;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Flag;
import dev.bellwether.contracts.FlagCleared;
import dev.bellwether.contracts.FlagEscalated;
import dev.bellwether.contracts.FlagKind;
import dev.bellwether.contracts.FlagRaised;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.ScoreChanged;
import dev.bellwether.contracts.Severity;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody believes of an account who knows nothing but its announcements, of which some may come twice. */
final class Heard {

    private final Map<FlagKind, Severity> open = new EnumMap<>(FlagKind.class);
    private final Set<String> raised = new HashSet<>();
    private final Set<String> cleared = new HashSet<>();
    private @Nullable AccountSnapshot account;

    /** Fails when they contradict each other. */
    static Heard of(List<Event> announced, String accountId) {
        Heard heard = new Heard();
        Set<String> known = new HashSet<>();
        for (Event event : announced) {
            if (event instanceof HealthEvent news && news.accountId().equals(accountId) && known.add(news.id())) {
                heard.hear(news);
            }
        }
        return heard;
    }

    Map<FlagKind, Severity> open() {
        return open;
    }

    /** Ids of all flags that were ever raised. */
    Set<String> raised() {
        return raised;
    }

    /** Ids of all flags that were cleared. */
    Set<String> cleared() {
        return cleared;
    }

    /** The account as the last change of its score told it. */
    @Nullable
    AccountSnapshot account() {
        return account;
    }

    private void hear(HealthEvent news) {
        switch (news) {
            case FlagRaised event -> {
                Flag flag = event.flag();
                assertThat(raised.add(flag.flagId())).as("raised once").isTrue();
                assertThat(open).doesNotContainKey(flag.kind());
                open.put(flag.kind(), flag.severity());
            }
            case FlagEscalated event -> {
                assertThat(raised).contains(event.flag().flagId());
                assertThat(open).containsKey(event.flag().kind());
                open.put(event.flag().kind(), event.flag().severity());
            }
            case FlagCleared event -> {
                assertThat(cleared.add(event.flag().flagId()))
                        .as("cleared once")
                        .isTrue();
                assertThat(open.remove(event.flag().kind())).isNotNull();
            }
            case ScoreChanged event -> account = event.account();
        }
    }
}
