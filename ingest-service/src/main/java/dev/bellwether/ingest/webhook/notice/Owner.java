package dev.bellwether.ingest.webhook.notice;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose a fact is, as far as the vendor says.
 *
 * @param accounts account ids of ours; the first one is it
 * @param customers ids by which the vendor knows the customer, best first
 * @param users ids by which the product knows the user, best first
 * @param unmapped what becomes of the fact when none of these leads to an account
 */
public record Owner(List<String> accounts, List<String> customers, List<String> users, Unmapped unmapped) {

    public Owner {
        accounts = List.copyOf(accounts);
        customers = List.copyOf(customers);
        users = List.copyOf(users);
    }

    Stream<String> ids() {
        return Stream.of(accounts, customers, users).flatMap(List::stream);
    }
}
