package dev.bellwether.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a contract; a null field keeps what an earlier version said, lines are replaced as a whole.
 *
 * @param endsOn last day of the term
 * @param lines null keeps the lines known so far; empty means there are none
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
        @Nullable LocalDate cancelledOn)
        implements Fact {

    public ContractChanged {
        lines = lines == null ? null : List.copyOf(lines);
    }

    static ContractChanged read(Occurrence occurrence, Fields fields) {
        return new ContractChanged(
                occurrence,
                fields.required("contractId", fields.text("contractId")),
                fields.oneOf("kind", ContractKind.class),
                fields.day("startsOn"),
                fields.day("endsOn"),
                fields.integer("noticeDays", 0, 3_650),
                fields.flag("autoRenew"),
                fields.objects("lines", ContractLine::read),
                fields.currency("currency"),
                fields.oneOf("status", ContractStatus.class),
                fields.day("cancelledOn"));
    }

    void write(Json json) {
        json.text("contractId", contractId)
                .constant("kind", kind)
                .day("startsOn", startsOn)
                .day("endsOn", endsOn);
        json.integer("noticeDays", noticeDays).flag("autoRenew", autoRenew);
        json.objects("lines", lines, ContractLine::write);
        json.text("currency", currency).constant("status", status).day("cancelledOn", cancelledOn);
    }
}
