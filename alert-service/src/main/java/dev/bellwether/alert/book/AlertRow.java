package dev.bellwether.alert.book;

import dev.bellwether.alert.message.Item;
import dev.bellwether.alert.message.MessageJson;
import dev.bellwether.alert.policy.Alert;
import dev.bellwether.alert.policy.AlertState;
import dev.bellwether.alert.policy.Episode;
import dev.bellwether.alert.policy.Matter;
import dev.bellwether.alert.policy.Version;
import dev.bellwether.alert.policy.telling.News;
import dev.bellwether.alert.policy.telling.Progress;
import dev.bellwether.alert.policy.telling.Why;
import dev.bellwether.alert.store.KeptEvent;
import dev.bellwether.contracts.Constant;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.Severity;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One alert, as the database keeps it. */
@Entity
@Table(name = "alert")
// parsed at start, not with the first event
@NamedQuery(name = AlertRow.TOUCHED, query = AlertRow.TOUCHED_QUERY)
@NamedQuery(name = AlertRow.RELATED, query = AlertRow.RELATED_QUERY)
class AlertRow {

    /** Of each matter: what is not over, what the events themselves speak of, and the newest. */
    static final String TOUCHED = "alerts-touched";

    static final String TOUCHED_QUERY = """
            from AlertRow a
            where a.accountId in :accounts and a.matter in :matters
              and (a.state in ('open', 'acknowledged', 'resolved')
                   or a.id in :ids
                   or not exists (select 1 from AlertRow b
                                  where b.accountId = a.accountId and b.matter = a.matter
                                    and (b.since > a.since or (b.since = a.since and b.episode > a.episode))))
            """;

    /** Of accounts: what stands, what people were told lately, and what shares a thread. */
    static final String RELATED = "alerts-related";

    static final String RELATED_QUERY = """
            from AlertRow a
            where a.accountId in :accounts
              and (a.state in ('open', 'acknowledged') or a.toldAt > :since or a.threadId in :threads)
            """;

    @Id
    UUID id = new UUID(0, 0);

    UUID threadId = new UUID(0, 0);
    String accountId = "";
    String matter = "";
    String kind = "";
    String episode = "";
    String severity = "";
    Instant since = Instant.EPOCH;
    String state = "";

    @Nullable
    Instant stateAt;

    @Nullable
    String stateBy;

    String news = News.NONE.label();

    @Nullable
    String held;

    @Nullable
    Instant lookAt;

    @Nullable
    String toldSeverity;

    @Nullable
    String toldTo;

    /** When people were told last. */
    @Nullable
    Instant toldAt;

    @Nullable
    Instant quietUntil;

    /** E-mails of those who answered for it in turn, as JSON. */
    String heardBy = "[]";

    @Nullable
    Instant escalateAt;

    @Nullable
    String assignee;

    /** Who put it off last. */
    @Nullable
    String snoozedBy;

    /** The thread of the summary that told it; null when none did, or it shows its end already. */
    @Nullable
    UUID summaryId;

    /** What somebody thought of it, and who. */
    @Nullable
    String verdict;

    @Nullable
    String verdictBy;

    /** When anything about it changed last, by this service's clock. */
    Instant changedAt = Instant.EPOCH;

    @Embedded
    KeptEvent kept = KeptEvent.nothing();

    static AlertRow of(Alert alert) {
        AlertRow row = new AlertRow();
        row.id = alert.id();
        row.accountId = alert.episode().matter().accountId();
        row.matter = alert.episode().matter().name();
        row.kind = alert.episode().kind();
        row.episode = alert.episode().name();
        return row;
    }

    Matter matter() {
        return new Matter(accountId, matter);
    }

    /** Whether it can be told, shown and edited: a later version may not read what led to it any more. */
    boolean readable() {
        return kept.readable(accountId).isPresent();
    }

    Alert alert() {
        return new Alert(
                new Episode(matter(), kind, episode),
                severity(severity),
                since,
                new Version(kept.at(), kept.id()),
                States.of(state, stateBy, stateAt),
                threadId);
    }

    private Severity severity(String name) {
        return Constant.named(Severity.values(), name)
                .orElseThrow(() -> new IllegalStateException("alert " + id + " has no such severity: " + name));
    }

    Progress progress() {
        return new Progress(
                News.labelled(news).orElseThrow(() -> new IllegalStateException("alert " + id + ": news " + news)),
                Optional.ofNullable(held).flatMap(Why::labelled),
                Optional.ofNullable(lookAt),
                Optional.ofNullable(toldSeverity).map(this::severity),
                Optional.ofNullable(toldTo),
                Optional.ofNullable(quietUntil),
                Set.copyOf(MessageJson.names(heardBy)),
                Optional.ofNullable(escalateAt));
    }

    void become(Progress progress) {
        news = progress.news().label();
        held = progress.held().map(Why::label).orElse(null);
        lookAt = progress.lookAt().orElse(null);
        toldSeverity = progress.told().map(Severity::json).orElse(null);
        toldTo = progress.toldTo().orElse(null);
        quietUntil = progress.quietUntil().orElse(null);
        heardBy = MessageJson.write(progress.heardBy().stream().sorted().toList());
        escalateAt = progress.escalateAt().orElse(null);
    }

    /** Nobody read what was on its way about it. */
    void unheard() {
        toldSeverity = null;
    }

    /** The name of its state for people: what is put off is open or acknowledged, too. */
    String standing() {
        return putOff() == null ? state : "snoozed";
    }

    /** Who put it off until when; null where nobody did. */
    Item.@Nullable PutOff putOff() {
        @Nullable Instant until = quietUntil;
        boolean putOff = alert().state().live() && Why.SNOOZED.label().equals(held);
        return putOff && until != null ? new Item.PutOff(snoozedBy, until) : null;
    }

    /** As messages show it. */
    Item item() {
        Item.@Nullable Judged judged =
                verdict == null || verdictBy == null ? null : new Item.Judged(verdict, verdictBy);
        Event event = kept.event(accountId);
        Severity now = severity(severity);
        // who is on it stays visible beside who put it off
        String shown = state.equals("acknowledged") ? state : standing();
        return new Item(id, now, shown, stateBy, judged, putOff(), givenTo(event), event);
    }

    /** Whom somebody gave it to; whom an event itself names was given nothing. */
    private @Nullable String givenTo(Event event) {
        boolean named = event instanceof RenewalDisputed disputed
                && disputed.manager() != null
                && disputed.manager().equalsIgnoreCase(assignee);
        return named ? null : assignee;
    }

    void become(Alert alert) {
        threadId = alert.thread();
        severity = alert.severity().json();
        since = alert.since();
        become(alert.state());
    }

    void become(AlertState next) {
        state = next.label();
        stateBy = States.by(next);
        stateAt = States.at(next);
    }

    void keep(Event event) {
        kept = KeptEvent.of(event);
        if (event instanceof RenewalDisputed disputed && disputed.manager() != null && assignee == null) {
            assignee = disputed.manager().toLowerCase(Locale.ROOT); // it is not its owner who has to hear it
        }
    }
}
