package dev.bellwether.ingest.webhook.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Item;
import dev.bellwether.ingest.webhook.notice.Lesson;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Owner;
import dev.bellwether.ingest.webhook.notice.Translation;
import dev.bellwether.ingest.webhook.notice.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stripe's events: invoices, failed payments, subscriptions and customers; what they are of any other type is unused. */
public record StripeTranslation(StripeVocabulary vocabulary) implements Translation {

    @Override
    public List<Item> translate(byte[] body, @Nullable String contentType, Instant receivedAt) {
        return switch (Tree.read(body)) {
            case Reading.Refused<JsonNode>(var problems) -> List.of(new Item(body, new Meaning.Wrong(problems)));
            case Reading.Understood<JsonNode>(JsonNode event) -> List.of(new Item(body, meaning(event)));
        };
    }

    private Meaning meaning(JsonNode node) {
        StripeObject envelope = new StripeObject(node);
        String type = envelope.text("/type");
        if (type == null) {
            return new Meaning.Wrong(List.of(new Problem("/type", "is required: is this an event of Stripe?")));
        }
        Subject subject = Subject.of(type);
        if (subject == Subject.OTHER) {
            return Meaning.UNUSED;
        }
        String id = envelope.text("/id");
        Instant created = envelope.instant("/created");
        List<Problem> problems = new ArrayList<>();
        if (id == null) {
            problems.add(new Problem("/id", "is required"));
        }
        if (created == null) {
            problems.add(new Problem("/created", "must be seconds since 1970"));
        }
        if (!node.at("/data/object").isObject()) {
            problems.add(new Problem("/data/object", "is required"));
        }
        return id == null || created == null || !problems.isEmpty()
                ? new Meaning.Wrong(problems)
                : meaning(subject, StripeEvent.of(id, type, created, node.path("data")));
    }

    private Meaning meaning(Subject subject, StripeEvent event) {
        if (subject == Subject.CUSTOMER) {
            return new Customers(vocabulary).meaning(event);
        }
        Owner owner = vocabulary.owner(event.object());
        if (owner == null) {
            // a guest without a customer: nobody's health
            return Meaning.UNUSED;
        }
        List<Claim> claims = switch (subject) {
            case INVOICE -> new Invoices(vocabulary).claims(event, owner);
            case PAYMENT -> Payments.claims(event, owner);
            case SUBSCRIPTION -> new Subscriptions(vocabulary).claims(event, owner);
            case CUSTOMER, OTHER -> List.of();
        };
        return claims.isEmpty() ? Meaning.UNUSED : Meaning.of(claims, lessons(event, owner));
    }

    /** Metadata that names the account of one object names that of its customer's other objects. */
    private static List<Lesson> lessons(StripeEvent event, Owner owner) {
        return owner.accounts().isEmpty() || owner.customers().isEmpty()
                ? List.of()
                : List.of(new Lesson(owner.customers().getFirst(), owner, event.created(), event.id()));
    }

    /** What an event is about. */
    private enum Subject {
        INVOICE,
        PAYMENT,
        SUBSCRIPTION,
        CUSTOMER,
        OTHER;

        static Subject of(String type) {
            if (type.startsWith("invoice.")) {
                return INVOICE;
            }
            if (type.startsWith("customer.subscription.")) {
                return SUBSCRIPTION;
            }
            return switch (type) {
                case "charge.failed", "payment_intent.payment_failed" -> PAYMENT;
                case "customer.created", "customer.updated" -> CUSTOMER;
                default -> OTHER;
            };
        }
    }
}
