package dev.bellwether.ingest.webhook.stripe;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.ingest.webhook.notice.Claim;
import dev.bellwether.ingest.webhook.notice.Lesson;
import dev.bellwether.ingest.webhook.notice.Meaning;
import dev.bellwether.ingest.webhook.notice.Owner;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What events of a customer say: whose it is, which later events of that customer do not repeat, and its name when that is
 * new, so that an update of anything else does not bring back an old name.
 */
record Customers(StripeVocabulary vocabulary) {

    Meaning meaning(StripeEvent event) {
        StripeObject customer = event.object();
        String id = customer.text("/id");
        if (id == null) {
            return Meaning.UNUSED;
        }
        List<String> accounts = vocabulary.accounts(customer);
        Owner owner = new Owner(accounts, List.of(id), List.of(), vocabulary.unmapped());
        String name = event.changed("name") ? customer.text("/name") : null;
        String currency = event.changed("currency") ? customer.currency("/currency") : null;
        return Meaning.of(
                name == null && currency == null ? List.of() : List.of(Claim.of(account(event, name, currency), owner)),
                accounts.isEmpty() ? List.of() : List.of(new Lesson(id, owner, event.created(), event.id())));
    }

    private static AccountDescribed account(StripeEvent event, @Nullable String name, @Nullable String currency) {
        return new AccountDescribed(
                Claim.occurrence(event.id(), event.created()),
                name,
                null,
                null,
                null,
                null,
                currency,
                null,
                null,
                Map.of(),
                null,
                null,
                null);
    }
}
