package dev.bellwether.renewal.account;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.Event;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.HealthEvent;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.util.Optional;

/** An event that says something of contracts, their accounts, or the accounts' health. */
public sealed interface Word {

    Event event();

    /** Of a contract. */
    record OfContract(ContractChanged event) implements Word {}

    /** Of an account's profile. */
    record OfAccount(AccountDescribed event) implements Word {}

    /** Of what a customer success manager thinks of an account. */
    record OfPulse(PulseTaken event) implements Word {}

    /** Of an account's health. */
    record OfHealth(HealthEvent event) implements Word {}

    /** The event as a word, or nothing when it says nothing of these. */
    static Optional<Word> of(Event event) {
        return switch (event) {
            case HealthEvent e -> Optional.of(new OfHealth(e));
            case RenewalEvent e -> Optional.empty();
            case Fact fact -> of(fact);
        };
    }

    private static Optional<Word> of(Fact fact) {
        return switch (fact) {
            case AccountDescribed f -> Optional.of(new OfAccount(f));
            case ContractChanged f -> Optional.of(new OfContract(f));
            case UserDescribed f -> Optional.empty();
            case UsageRecorded f -> Optional.empty();
            case InvoiceChanged f -> Optional.empty();
            case PaymentFailed f -> Optional.empty();
            case TicketChanged f -> Optional.empty();
            case SurveyAnswered f -> Optional.empty();
            case Mentioned f -> Optional.empty();
            case PulseTaken f -> Optional.of(new OfPulse(f));
        };
    }
}
