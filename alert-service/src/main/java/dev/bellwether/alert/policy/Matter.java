package dev.bellwether.alert.policy;

import dev.bellwether.contracts.FlagKind;

/**
 * What an alert is about for as long as the account lives: one kind of flag, or one contract. Of a matter at most one
 * alert is open, and its messages keep their order.
 *
 * @param name {@code flag:<kind>} or {@code contract:<contract id>}
 */
public record Matter(String accountId, String name) {

    static Matter ofFlag(String accountId, FlagKind kind) {
        return new Matter(accountId, "flag:" + kind.json());
    }

    static Matter ofContract(String accountId, String contractId) {
        return new Matter(accountId, "contract:" + contractId);
    }
}
