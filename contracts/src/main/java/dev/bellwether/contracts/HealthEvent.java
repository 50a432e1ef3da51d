package dev.bellwether.contracts;

/** What the health-service announces. Payloads are snapshots: the receiver never asks back what an event meant. */
public sealed interface HealthEvent extends Event permits ScoreChanged, FlagRaised, FlagEscalated, FlagCleared {

    /** The account as it was when the event was made. */
    AccountSnapshot account();
}
