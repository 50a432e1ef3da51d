package dev.bellwether.contracts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a flag rests on, as it was.
 *
 * @param figures the figures by the names of the score's documentation, in reading order
 * @param facts ids of the invoices, tickets, users or answers behind them
 */
public record Evidence(Map<String, BigDecimal> figures, List<String> facts) {

    public Evidence {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        facts = List.copyOf(facts);
    }

    static Evidence read(Fields fields) {
        return new Evidence(fields.decimals("figures"), fields.list("facts"));
    }

    void write(Json json) {
        json.numbers("figures", figures).list("facts", facts);
    }
}
