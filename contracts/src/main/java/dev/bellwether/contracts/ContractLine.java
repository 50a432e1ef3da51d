package dev.bellwether.contracts;

/**
 * One product of a contract.
 *
 * @param annualAmount value of twelve months, in minor units of the contract's currency
 */
public record ContractLine(String product, long annualAmount) {

    static ContractLine read(Fields fields) {
        return new ContractLine(
                fields.required("product", fields.text("product")),
                fields.required("annualAmount", fields.money("annualAmount"), 0L));
    }

    void write(Json json) {
        json.text("product", product).whole("annualAmount", annualAmount);
    }
}
