package dev.bellwether.contracts;

/** What the renewal-service announces. Payloads are snapshots. */
public sealed interface RenewalEvent extends Event
        permits RenewalDue, RenewalDisputed, TermLapsed, TermRenewed, AccountChurned {

    /** The account as the renewal-service last knew it. */
    AccountSnapshot account();
}
