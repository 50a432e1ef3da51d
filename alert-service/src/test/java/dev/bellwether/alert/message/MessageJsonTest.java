package dev.bellwether.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bellwether.alert.testing.AnAccount;
import dev.bellwether.contracts.Severity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageJsonTest {

    private static final AnAccount ACME = AnAccount.named("Acme \"ü\"");
    private static final UUID ALERT = UUID.randomUUID();

    static Stream<Content> contents() {
        var item = new Item(ALERT, Severity.HIGH, "acknowledged", "ann@example.com", ACME.latePayment("f1", 0));
        var due = new Item(UUID.randomUUID(), Severity.LOW, "open", null, ACME.due("c1", 30, 1));
        var judged = new Item(
                ALERT,
                Severity.LOW,
                "open",
                null,
                new Item.Judged("useful", "ann@example.com"),
                new Item.PutOff("bob@example.com", Instant.parse("2026-03-03T09:00:00Z")),
                "bob@example.com",
                item.event());
        Group group = new Group(ACME.id(), List.of(item, due));
        var entry = new Entry(
                ALERT,
                Entry.Change.RAISED,
                Severity.LOW,
                Map.of("EUR", 12L),
                Optional.of("the week's budget is used up"),
                item.event());
        return Stream.of(
                new AlertMessage(group),
                new FollowUp(group, Set.of(ALERT), FollowUp.Cause.UNACKNOWLEDGED),
                new Update(group),
                new Resolved(group, Set.of(ALERT)),
                new Summary(List.of(entry), 990),
                new SummaryUpdate(new Summary(List.of(entry), 990)),
                new Update(new Group(ACME.id(), List.of(judged))),
                new Digest(
                        Digest.Period.WEEKLY,
                        LocalDate.of(2026, 3, 2),
                        ZoneId.of("Europe/Berlin"),
                        AnAccount.NINE,
                        AnAccount.NINE.plusSeconds(86_400),
                        List.of(entry),
                        0));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void what_is_written_is_read_again(Content content) {
        assertThat(MessageJson.content(MessageJson.write(content))).isEqualTo(content);
    }

    @Test
    void a_recipient_is_read_again() {
        Recipient ann = new Recipient("Ann@example.com", Optional.of("U1"), Optional.empty());

        assertThat(MessageJson.recipient(MessageJson.write(ann))).isEqualTo(ann);
        assertThat(ann.address()).isEqualTo("ann@example.com");
        assertThat(ann.at("#renewals").address()).isEqualTo("#renewals");
    }
}
