package dev.bellwether.renewal.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.contracts.Period;
import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.renewal.account.Bulk;
import dev.bellwether.renewal.account.Look;
import dev.bellwether.renewal.term.Finding;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the decision dates as calendars are to show them: what changes gets a higher sequence, what is over, or
 * has another owner, is cancelled.
 */
@ApplicationScoped
public class CalendarBook {

    /**
     * A contract that was looked at.
     *
     * @param term about whose end somebody still has to decide
     */
    private record Line(Look look, Finding finding, Optional<Period> term, Instant now) {

        @Nullable
        String uid() {
            return term.map(one -> UUID.nameUUIDFromBytes(String.join(
                                            "\0",
                                            look.account().id(),
                                            finding.contract().contractId(),
                                            one.startsOn().toString())
                                    .getBytes(UTF_8))
                            + "@bellwether")
                    .orElse(null);
        }

        /** No term begins later: null while the contract runs. */
        @Nullable
        LocalDate overOn() {
            var standing = finding.standing();
            return standing.runs()
                    ? null
                    : standing.period().map(Period::endsOn).orElse(null);
        }

        LocalDate day() {
            return term.map(finding.contract()::decisionOn).orElse(LocalDate.MAX);
        }

        @Nullable
        String owner() {
            String owner = look.account().profile().owner();
            return owner == null ? null : owner.toLowerCase(Locale.ROOT);
        }

        String summary() {
            return "Renewal decision: " + look.account().snapshot().name();
        }

        String description() {
            Contract contract = finding.contract();
            String silence = contract.renewsBySilence()
                    ? "Without a no it renews by itself."
                    : "It ends unless somebody renews it.";
            return term.map(one -> "Contract %s, %s to %s. Last day on which the customer can say no. %s"
                            .formatted(contract.contractId(), one.startsOn(), one.endsOn(), silence))
                    .orElse("");
        }
    }

    private static final Bulk<Line> DAYS = new Bulk<Line>()
            .column("uid", "text", Line::uid)
            .column("account_id", "text", line -> line.look().account().id())
            .column("contract_id", "text", line -> line.finding().contract().contractId())
            .column(
                    "starts_on",
                    "date",
                    line -> line.term().map(Period::startsOn).orElse(null))
            .column("owner", "text", Line::owner)
            .column("day", "date", Line::day)
            .column("summary", "text", Line::summary)
            .column("description", "text", Line::description)
            .column("cancelled", "boolean", line -> false)
            .column("sequence", "int", line -> 0)
            .column("changed_at", "timestamptz", Line::now);
    private static final String SAY = """
            on conflict (uid) do update
               set owner = excluded.owner, day = excluded.day, summary = excluded.summary,
                   description = excluded.description, cancelled = false,
                   sequence = calendar_event.sequence + 1, changed_at = excluded.changed_at
             where (calendar_event.owner, calendar_event.day, calendar_event.summary, calendar_event.description,
                    calendar_event.cancelled)
                   is distinct from (excluded.owner, excluded.day, excluded.summary, excluded.description, false)
            """;

    private static final String LEAVE = """
            insert into calendar_left (uid, owner, account_id, day, summary, description, sequence, left_at)
            select e.uid, e.owner, e.account_id, e.day, e.summary, e.description, e.sequence + 1, said.changed_at
              from calendar_event e join %s on said.uid = e.uid
             where e.owner is not null and e.owner is distinct from said.owner and not e.cancelled
            on conflict (uid, owner) do update
               set day = excluded.day, summary = excluded.summary, description = excluded.description,
                   sequence = excluded.sequence, left_at = excluded.left_at
            """;

    private static final Bulk<Line> OTHERS = new Bulk<Line>()
            .column("uid", "text", Line::uid)
            .column("account_id", "text", line -> line.look().account().id())
            .column("contract_id", "text", line -> line.finding().contract().contractId())
            .column("today", "date", line -> line.look().today())
            .column("over_on", "date", Line::overOn)
            .column("now", "timestamptz", Line::now);
    private static final String CANCEL = """
            update calendar_event set cancelled = true, sequence = sequence + 1, changed_at = said.now
              from %s
             where calendar_event.account_id = said.account_id and calendar_event.contract_id = said.contract_id
               and calendar_event.uid is distinct from said.uid
               and not cancelled and (day >= said.today or calendar_event.starts_on > said.over_on)
            """;

    /** In the caller's transaction, under the accounts' locks. */
    public Uni<Void> write(Mutiny.Session session, List<Look> looks, Instant now) {
        List<Line> lines = looks.stream()
                .flatMap(look -> look.review().findings().stream()
                        .map(finding -> new Line(look, finding, finding.course().undecided(), now)))
                .toList();
        List<Line> ahead =
                lines.stream().filter(line -> line.term().isPresent()).toList();
        return DAYS.run(session, LEAVE, ahead)
                .chain(() -> DAYS.insert(session, "calendar_event", SAY, ahead))
                .chain(() -> OTHERS.run(session, CANCEL, lines));
    }

    /** What left an owner's calendar is forgotten once nobody is told of it any more. */
    public Uni<Void> forget(Mutiny.Session session, Instant now) {
        return session.createNativeQuery("delete from calendar_left where left_at <= :gone")
                .setParameter("gone", Calendars.gone(now))
                .executeUpdate()
                .replaceWithVoid();
    }
}
