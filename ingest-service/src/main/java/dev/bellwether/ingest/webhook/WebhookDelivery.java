package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.Door;
import dev.bellwether.ingest.IngestMetrics;
import dev.bellwether.ingest.Outcome;
import dev.bellwether.ingest.account.Membership;
import dev.bellwether.ingest.publish.InFlight;
import dev.bellwether.ingest.publish.Publisher;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Lesson;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Owner;
import dev.bellwether.messaging.Records;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Brings what webhooks tell to where it belongs: facts to Kafka, those of unknown accounts to the parking. */
@Singleton
class WebhookDelivery {

    private final Owners owners;
    private final Remembering remembering;
    private final Publisher publisher;
    private final IngestMetrics metrics;

    WebhookDelivery(Owners owners, Remembering remembering, Publisher publisher, IngestMetrics metrics) {
        this.owners = owners;
        this.remembering = remembering;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Completes when everything is durably kept.
     *
     * @param pass left once nothing is under way any more, unless this throws
     * @throws dev.bellwether.ingest.account.StoreUnavailable when the database is needed and away
     */
    Uni<WebhookAnswer> deliver(List<Item> items, Source source, Hook hook, Judge judge, InFlight.Pass pass) {
        learn(items, source, hook);
        List<Owner> asked = told(items).stream()
                .flatMap(told -> told.claims().stream())
                .map(Claim::owner)
                .toList();
        Load load = new Load(judge, owners.find(asked, source, hook), remembering.parkingIsFull());
        for (int i = 0; i < items.size(); i++) {
            load.put(i, items.get(i));
        }
        remembering.park(load.waiting(), load.users());
        return Uni.createFrom()
                .completionStage(publisher.publish(
                        Door.WEBHOOK.tag() + "/" + source.name(), Records.writeAll(load.facts()), load.refused(), pass))
                .invoke(() -> count(load, source.name()))
                .map(done -> load.answer());
    }

    private void learn(List<Item> items, Source source, Hook hook) {
        List<Lesson> lessons =
                told(items).stream().flatMap(told -> told.lessons().stream()).toList();
        Owners.Found found = owners.find(lessons.stream().map(Lesson::owner).toList(), source, hook);
        List<Membership> memberships = new ArrayList<>();
        for (Lesson lesson : lessons) {
            String account = found.account(lesson.owner());
            String via = found.follows(lesson.owner());
            if (account != null || via != null) {
                String customer = Owners.key(source, lesson.customer());
                memberships.add(new Membership(customer, account, via, lesson.at(), lesson.id()));
            }
        }
        remembering.learn(memberships);
    }

    private static List<Meaning.Told> told(List<Item> items) {
        return items.stream()
                .map(Item::meaning)
                .filter(Meaning.Told.class::isInstance)
                .map(Meaning.Told.class::cast)
                .toList();
    }

    private void count(Load load, String source) {
        metrics.count(Door.WEBHOOK, source, Outcome.PUBLISHED, load.facts().size());
        metrics.count(Door.WEBHOOK, source, Outcome.PARKED, load.waiting().size());
        metrics.count(Door.WEBHOOK, source, Outcome.NO_FACT, load.unused());
        metrics.refused(Door.WEBHOOK, source, load.refused());
    }
}
