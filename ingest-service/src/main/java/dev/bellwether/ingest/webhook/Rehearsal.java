package dev.bellwether.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Problem;
import dev.bellwether.ingest.verdict.Verdict;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Lesson;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Owner;
import dev.bellwether.ingest.webhook.notice.Translation;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping would make of a sample.
 *
 * @param unused places of items that no rule is about, from 0
 */
record Rehearsal(List<Event> events, List<Link> links, List<Integer> unused, List<WebhookAnswer.Rejected> rejected) {

    /** A sample may be a form; one that begins like JSON is read as JSON whatever it is called. */
    private static final String FORM = "application/x-www-form-urlencoded";

    Rehearsal {
        events = List.copyOf(events);
        links = List.copyOf(links);
        unused = List.copyOf(unused);
        rejected = List.copyOf(rejected);
    }

    /**
     * @param subject the account, as far as the sample alone tells it
     * @param awaits customers and users of whom the source's accounts file, or what was learned, would have to tell it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            String id,
            String type,
            @Nullable String subject,
            @Nullable List<String> awaits,
            String time,
            @JsonRawValue String data) {}

    /** A customer that would be remembered to belong to an account, or to whom another customer belongs. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            String customer,
            @Nullable String subject,
            @Nullable List<String> awaits) {}

    static Rehearsal of(Translation translation, String sample, Judge judge) {
        return new Builder(judge).of(translation.translate(sample.getBytes(UTF_8), FORM, judge.receivedAt()));
    }

    private static final class Builder {
        private final Judge judge;
        private final List<Event> events = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final List<Integer> unused = new ArrayList<>();
        private final List<WebhookAnswer.Rejected> rejected = new ArrayList<>();

        Builder(Judge judge) {
            this.judge = judge;
        }

        Rehearsal of(List<Item> items) {
            for (int i = 0; i < items.size(); i++) {
                switch (items.get(i).meaning()) {
                    case Meaning.Unused nothing -> unused.add(i);
                    case Meaning.Wrong(List<Problem> problems) -> rejected.add(new WebhookAnswer.Rejected(i, problems));
                    case Meaning.Told(List<Claim> claims, List<Lesson> lessons) -> {
                        int index = i;
                        claims.forEach(claim -> put(index, claim));
                        lessons.forEach(lesson -> links.add(
                                new Link(lesson.customer(), account(lesson.owner()), awaited(lesson.owner()))));
                    }
                }
            }
            return new Rehearsal(events, links, unused, rejected);
        }

        private void put(int index, Claim claim) {
            String account = account(claim.owner());
            List<String> awaits = awaited(claim.owner());
            if (account == null && awaits == null) {
                rejected.add(new WebhookAnswer.Rejected(index, List.of(Load.NOBODY)));
                return;
            }
            Envelope event = claim.about(account == null ? Claim.SOMEBODY : account, "/dry-run");
            switch (judge.judge(event)) {
                case Verdict.Refused<Envelope>(var reason, var problems) ->
                    rejected.add(new WebhookAnswer.Rejected(index, problems));
                case Verdict.Accepted<Envelope> accepted ->
                    events.add(new Event(
                            event.id(),
                            event.type(),
                            account,
                            awaits,
                            event.time().toString(),
                            new String(event.data(), UTF_8)));
            }
        }

        private static @Nullable String account(Owner owner) {
            if (!owner.accounts().isEmpty()) {
                return owner.accounts().getFirst();
            }
            return owner.unmapped() == Unmapped.ID && !owner.customers().isEmpty()
                    ? owner.customers().getFirst()
                    : null;
        }

        private static @Nullable List<String> awaited(Owner owner) {
            List<String> names = new ArrayList<>(owner.customers());
            names.addAll(owner.users());
            return account(owner) != null || names.isEmpty() ? null : names;
        }
    }
}
