package dev.bellwether.health.score.memory;

import dev.bellwether.contracts.AccountDescribed;
import dev.bellwether.contracts.ContractChanged;
import dev.bellwether.contracts.ContractLine;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.InvoiceChanged;
import dev.bellwether.contracts.Mentioned;
import dev.bellwether.contracts.PaymentFailed;
import dev.bellwether.contracts.PulseTaken;
import dev.bellwether.contracts.SurveyAnswered;
import dev.bellwether.contracts.TicketChanged;
import dev.bellwether.contracts.UsageRecorded;
import dev.bellwether.contracts.UserDescribed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a fact takes of memory, in bytes: an estimate that grows with its texts and is rather too high. */
final class Weight {

    // the fact without its texts, its place in a list, and its share of what is known
    private static final long FACT = 400;
    private static final long TEXT = 40;
    private static final long CHARACTER = 2;
    // an entry of a map, or a line of a contract
    private static final long ENTRY = 50;

    private Weight() {}

    static long of(Fact fact) {
        return FACT + texts(fact.id()) + texts(fact);
    }

    private static long texts(Fact fact) {
        return switch (fact) {
            case AccountDescribed f ->
                texts(f.name(), f.owner(), f.segment(), f.stage(), f.currency(), f.timeZone(), f.parent())
                        + texts(f.churnReason())
                        + f.traits().entrySet().stream()
                                .mapToLong(trait -> ENTRY + texts(trait.getKey(), trait.getValue()))
                                .sum();
            case UserDescribed f -> texts(f.userId(), f.email(), f.name(), f.role());
            case InvoiceChanged f -> texts(f.invoiceId(), f.currency());
            case PaymentFailed f -> texts(f.invoiceId(), f.reason());
            case TicketChanged f -> texts(f.ticketId());
            case SurveyAnswered f -> texts(f.userId(), f.comment());
            case Mentioned f -> texts(f.network(), f.url(), f.text());
            case PulseTaken f -> texts(f.author(), f.comment());
            case ContractChanged f ->
                texts(f.contractId(), f.currency(), f.author()) + lines(f.lines()) + lines(f.renewalLines());
            case UsageRecorded f -> texts(f.userId(), f.feature());
        };
    }

    private static long lines(@Nullable List<ContractLine> lines) {
        return lines == null
                ? 0
                : lines.stream()
                        .mapToLong(line -> ENTRY + texts(line.product()))
                        .sum();
    }

    private static long texts(@Nullable String... texts) {
        long bytes = 0;
        for (String text : texts) {
            bytes += text == null ? 0 : TEXT + CHARACTER * text.length();
        }
        return bytes;
    }
}
