package dev.bellwether.renewal.api;

import dev.bellwether.contracts.agreed.Contract;
import dev.bellwether.renewal.account.Account;
import dev.bellwether.renewal.account.Contracts;
import dev.bellwether.renewal.term.History;
import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contract that somebody asked for, with its account. */
record Found(Account account, History history, ZoneId zone) {

    /** The contract as it is agreed now. */
    Contract contract() {
        return history.contract();
    }

    /**
     * @param account names the account; needed only where two have a contract of that id
     * @param confinedTo the owner whose contracts alone are known to the caller
     * @param unsaidZone the time zone of accounts that name none
     */
    static Uni<Found> one(
            Contracts contracts, String id, @Nullable String account, Optional<String> confinedTo, ZoneId unsaidZone) {
        Texts.storable("id", id);
        return contracts
                .accountsWith(id)
                .map(found -> of(id, one(id, visible(found, account, confinedTo)), unsaidZone));
    }

    static Found of(String id, Account account, ZoneId unsaidZone) {
        ZoneId zone = account.profile().zone(unsaidZone);
        return account.contracts(zone).stream()
                .filter(history -> history.contract().contractId().equals(id))
                .map(history -> new Found(account, history, zone))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("contract " + id));
    }

    /** Whether an account is open to somebody who is confined to an owner's. */
    static boolean isOpen(Account account, Optional<String> confinedTo) {
        return confinedTo
                .filter(owner -> !owner.equalsIgnoreCase(account.profile().owner()))
                .isEmpty();
    }

    private static List<Account> visible(List<Account> found, @Nullable String account, Optional<String> confinedTo) {
        return found.stream()
                .filter(one -> account == null || account.equals(one.id()))
                .filter(one -> isOpen(one, confinedTo))
                .toList();
    }

    private static Account one(String id, List<Account> visible) {
        if (visible.isEmpty()) {
            throw Refusal.notFound("contract " + id);
        }
        if (visible.size() > 1) {
            throw Refusal.ambiguous("several accounts have a contract " + id + "; name one with ?account=");
        }
        return visible.getFirst();
    }
}
