package dev.bellwether.ingest.webhook;

import dev.bellwether.ingest.IngestSettings;
import dev.bellwether.ingest.account.Address;
import dev.bellwether.ingest.account.UserAccounts;
import dev.bellwether.ingest.source.Source;
import dev.bellwether.ingest.webhook.notice.Owner;
import dev.bellwether.ingest.webhook.notice.Unmapped;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the accounts of what webhooks tell: as they say themselves, by the source's file, by what was learned. */
@Singleton
class Owners {

    private final UserAccounts learned;
    private final boolean byEmail;

    Owners(UserAccounts learned, IngestSettings settings) {
        this.learned = learned;
        this.byEmail = settings.accounts().byEmail();
    }

    /**
     * What is needed to find the accounts of these owners. The database is asked only for those whose account nothing else
     * tells.
     *
     * @throws dev.bellwether.ingest.account.StoreUnavailable when it has to be asked and is away
     */
    Found find(Collection<Owner> owners, Source source, Hook hook) {
        Set<String> asked = new HashSet<>();
        for (Owner owner : owners) {
            if (told(owner, hook) == null) {
                asked.addAll(keys(owner, source, byEmail));
            }
        }
        return new Found(source, hook, byEmail, asked.isEmpty() ? Map.of() : learned.of(asked));
    }

    /** By which key it is remembered whose a customer of a source is; users have the product's own ids everywhere. */
    static String key(Source source, String customer) {
        return source.uri() + "/" + customer;
    }

    private static List<String> keys(Owner owner, Source source, boolean byEmail) {
        List<String> keys = new ArrayList<>();
        owner.customers().forEach(customer -> keys.add(key(source, customer)));
        for (String user : owner.users()) {
            keys.add(user);
            String address = Address.of(user);
            if (address != null && !address.equals(user)) {
                keys.add(address);
            }
            if (address != null && byEmail) {
                keys.add(Address.key(address));
            }
        }
        return keys;
    }

    private static @Nullable String told(Owner owner, Hook hook) {
        if (!owner.accounts().isEmpty()) {
            return owner.accounts().getFirst();
        }
        String ofCustomer = first(owner.customers(), hook.accounts());
        return ofCustomer == null ? first(owner.users(), hook.accounts()) : ofCustomer;
    }

    private static @Nullable String first(List<String> names, Map<String, String> accounts) {
        return names.stream()
                .map(accounts::get)
                .filter(account -> account != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * The accounts of the owners that were asked for.
     *
     * @param byEmail whether addresses lead to users
     */
    record Found(Source source, Hook hook, boolean byEmail, Map<String, String> learned) {

        Found {
            learned = Map.copyOf(learned);
        }

        @Nullable
        String account(Owner owner) {
            String told = told(owner, hook);
            String account = told == null ? first(keys(owner, source, byEmail), learned) : told;
            boolean byId = account == null
                    && owner.unmapped() == Unmapped.ID
                    && !owner.customers().isEmpty();
            return byId ? owner.customers().getFirst() : account;
        }

        /** Whose account decides, now and later; null when the owner names the account, or the file does. */
        @Nullable
        String follows(Owner owner) {
            List<String> keys = told(owner, hook) == null ? keys(owner, source, byEmail) : List.of();
            return keys.stream()
                    .filter(learned::containsKey)
                    .findFirst()
                    .orElse(keys.isEmpty() ? null : keys.getFirst());
        }

        /** For whose account a fact of this owner can wait; none when it must not. */
        List<String> waitsFor(Owner owner) {
            List<String> keys = owner.unmapped() == Unmapped.PARK ? keys(owner, source, byEmail) : List.of();
            return keys.size() > 2 ? List.of(keys.getFirst(), keys.getLast()) : keys;
        }
    }
}
