package dev.bellwether.alert.policy;

import dev.bellwether.contracts.FlagKind;

/**
 * What an alert is about for as long as the account lives: one kind of flag, or one contract. Of a matter at most one
 * alert is open, and its messages keep their order.
 *
 * @param name {@code flag:<kind>}, {@code contract:<contract id>} or {@code call:<contract id>}
 */
public record Matter(String accountId, String name) {

    static Matter ofFlag(String accountId, FlagKind kind) {
        return new Matter(accountId, "flag:" + kind.json());
    }

    static Matter ofContract(String accountId, String contractId) {
        return new Matter(accountId, "contract:" + contractId);
    }

    /** What is said to the manager of a contract takes no place from what its owner has to do. */
    static Matter ofCall(String accountId, String contractId) {
        return new Matter(accountId, "call:" + contractId);
    }
}
