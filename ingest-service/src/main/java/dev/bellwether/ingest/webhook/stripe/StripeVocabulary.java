package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.ingest.webhook.notice.Owner;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this deployment has agreed upon with its Stripe account.
 *
 * @param accountKey the metadata key that holds the account id
 * @param zone in which an instant of Stripe's becomes a day
 */
public record StripeVocabulary(String accountKey, Unmapped unmapped, ZoneId zone) {

    /** Where metadata lies: the object's own, its subscription's in new and old versions, the expanded customer's. */
    private static final List<String> METADATA = List.of(
            "/metadata",
            "/parent/subscription_details/metadata",
            "/subscription_details/metadata",
            "/subscription/metadata",
            "/customer/metadata");

    /** The owner of an object, or null when it has neither an account nor a customer. */
    @Nullable
    Owner owner(StripeObject object) {
        List<String> accounts = accounts(object);
        String customer = object.id("/customer");
        List<String> customers = customer == null ? List.of() : List.of(customer);
        return accounts.isEmpty() && customers.isEmpty() ? null : new Owner(accounts, customers, List.of(), unmapped);
    }

    List<String> accounts(StripeObject object) {
        return METADATA.stream()
                .map(place -> object.node().at(place).path(accountKey).asText(""))
                .filter(account -> !account.isBlank())
                .toList();
    }

    @Nullable
    LocalDate day(@Nullable Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, zone);
    }
}
