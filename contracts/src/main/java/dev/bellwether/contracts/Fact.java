package dev.bellwether.contracts;

/**
 * What a source told us about an account. Facts are immutable; those with an identity of their own (an invoice, a
 * ticket …) come in versions, of which the last {@code occurredAt} wins field by field, the larger id on a tie.
 */
public sealed interface Fact extends Event
        permits UsageRecorded,
                UserDescribed,
                AccountDescribed,
                InvoiceChanged,
                PaymentFailed,
                TicketChanged,
                SurveyAnswered,
                Mentioned,
                PulseTaken,
                ContractChanged {}
