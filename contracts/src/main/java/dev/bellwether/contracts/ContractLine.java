package dev.bellwether.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One product of a contract.
 *
 * @param annualAmount value of twelve months, negative where the line is a discount, in minor units of the contract's currency
 */
public record ContractLine(String product, long annualAmount) {

    /** Of all lines of a contract together, signs left out, so that thousands of contracts can be added up in 64 bits. */
    private static final long LARGEST_SUM = 1_000_000_000_000_000L;

    static @Nullable List<ContractLine> list(Fields fields, String name) {
        List<ContractLine> lines = fields.objects(name, ContractLine::read);
        if (lines == null) {
            return null;
        }
        if (size(lines) > LARGEST_SUM) {
            return fields.problem(
                    name, "must add up to at most " + LARGEST_SUM + " minor units a year, signs left out");
        }
        return lines.stream().mapToLong(ContractLine::annualAmount).sum() < 0
                ? fields.problem(name, "must not add up to less than 0")
                : lines;
    }

    /** What is too large already grows no further. */
    private static long size(List<ContractLine> lines) {
        return lines.stream()
                .mapToLong(line -> Math.abs(line.annualAmount()))
                .reduce(0, (sum, amount) -> Math.min(sum + amount, LARGEST_SUM + 1));
    }

    static ContractLine read(Fields fields) {
        return new ContractLine(
                fields.required("product", fields.text("product")),
                fields.required("annualAmount", fields.money("annualAmount"), 0L));
    }

    void write(Json json) {
        json.text("product", product).whole("annualAmount", annualAmount);
    }
}
