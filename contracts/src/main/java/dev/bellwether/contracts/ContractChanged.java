package dev.bellwether.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a contract; a null field keeps what an earlier version said, lines are replaced as a whole.
 *
 * @param endsOn last day of the term
 * @param lines null keeps the lines known so far; empty means there are none
 * @param renewalLines lines that hold from the next term on that begins after this was said: a price change at renewal
 * @param author who said it, when a person did
 */
public record ContractChanged(
        Occurrence occurrence,
        String contractId,
        @Nullable ContractKind kind,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Integer noticeDays,
        @Nullable Boolean autoRenew,
        @Nullable List<ContractLine> lines,
        @Nullable String currency,
        @Nullable ContractStatus status,
        @Nullable LocalDate cancelledOn,
        @Nullable List<ContractLine> renewalLines,
        @Nullable String author)
        implements Fact {

    public ContractChanged {
        lines = lines == null ? null : List.copyOf(lines);
        renewalLines = renewalLines == null ? null : List.copyOf(renewalLines);
    }

    /** A version that says nothing of prices at renewal, and not who said it. */
    public ContractChanged(
            Occurrence occurrence,
            String contractId,
            @Nullable ContractKind kind,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Integer noticeDays,
            @Nullable Boolean autoRenew,
            @Nullable List<ContractLine> lines,
            @Nullable String currency,
            @Nullable ContractStatus status,
            @Nullable LocalDate cancelledOn) {
        this(
                occurrence,
                contractId,
                kind,
                startsOn,
                endsOn,
                noticeDays,
                autoRenew,
                lines,
                currency,
                status,
                cancelledOn,
                null,
                null);
    }

    /** Whether it tells the same of the same contract, whenever and by whomever it was said. */
    public boolean saysTheSameAs(ContractChanged other) {
        return equals(new ContractChanged(
                occurrence,
                other.contractId,
                other.kind,
                other.startsOn,
                other.endsOn,
                other.noticeDays,
                other.autoRenew,
                other.lines,
                other.currency,
                other.status,
                other.cancelledOn,
                other.renewalLines,
                author));
    }

    static ContractChanged read(Occurrence occurrence, Fields fields) {
        return new ContractChanged(
                occurrence,
                fields.required("contractId", fields.id("contractId")),
                fields.oneOf("kind", ContractKind.class),
                fields.day("startsOn"),
                fields.day("endsOn"),
                fields.integer("noticeDays", 0, 3_650),
                fields.flag("autoRenew"),
                ContractLine.list(fields, "lines"),
                fields.currency("currency"),
                fields.oneOf("status", ContractStatus.class),
                fields.day("cancelledOn"),
                ContractLine.list(fields, "renewalLines"),
                fields.text("author"));
    }

    void write(Json json) {
        json.text("contractId", contractId)
                .constant("kind", kind)
                .day("startsOn", startsOn)
                .day("endsOn", endsOn);
        json.integer("noticeDays", noticeDays).flag("autoRenew", autoRenew);
        json.objects("lines", lines, ContractLine::write);
        json.text("currency", currency).constant("status", status).day("cancelledOn", cancelledOn);
        json.objects("renewalLines", renewalLines, ContractLine::write).text("author", author);
    }
}
