package dev.bellwether.contracts;

import java.time.LocalDate;
import java.util.Map;

/**
 * One term of a contract as it was when an event was made.
 *
 * @param endsOn last day of the term
 * @param decisionOn last day on which the customer can say no
 * @param annualValue ARR in minor units by currency; currencies are never added up
 */
public record Term(
        String contractId,
        ContractKind kind,
        LocalDate startsOn,
        LocalDate endsOn,
        LocalDate decisionOn,
        boolean autoRenew,
        Map<String, Long> annualValue) {

    public Term {
        annualValue = Map.copyOf(annualValue);
    }

    static Term read(Fields fields) {
        return new Term(
                fields.required("contractId", fields.text("contractId")),
                fields.required("kind", fields.oneOf("kind", ContractKind.class), ContractKind.SUBSCRIPTION),
                fields.required("startsOn", fields.day("startsOn"), LocalDate.EPOCH),
                fields.required("endsOn", fields.day("endsOn"), LocalDate.EPOCH),
                fields.required("decisionOn", fields.day("decisionOn"), LocalDate.EPOCH),
                fields.orElse(fields.flag("autoRenew"), false),
                fields.moneys("annualValue"));
    }

    void write(Json json) {
        json.text("contractId", contractId)
                .constant("kind", kind)
                .day("startsOn", startsOn)
                .day("endsOn", endsOn);
        json.day("decisionOn", decisionOn).flag("autoRenew", autoRenew).wholes("annualValue", annualValue);
    }
}
