package dev.bellwether.alert.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.AccountChurned;
import dev.bellwether.contracts.RenewalDisputed;
import dev.bellwether.contracts.RenewalDue;
import dev.bellwether.contracts.RenewalEvent;
import dev.bellwether.contracts.Term;
import dev.bellwether.contracts.TermLapsed;
import dev.bellwether.contracts.TermRenewed;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What an account is worth a year, in minor units by currency, from what was announced of its contracts. */
final class Money {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, Map<String, Long>>> BY_CONTRACT = new TypeReference<>() {};

    private Money() {}

    /** The sum over the contracts; currencies are never added up. */
    static Map<String, Long> of(String annualValues) {
        Map<String, Long> sums = new HashMap<>();
        read(annualValues)
                .values()
                .forEach(contract -> contract.forEach((currency, amount) -> sums.merge(currency, amount, Long::sum)));
        return sums;
    }

    /** The values with what an announcement says of its contract. */
    static String with(String annualValues, RenewalEvent event) {
        TreeMap<String, Map<String, Long>> values = read(annualValues);
        switch (event) {
            case RenewalDue e -> put(values, e.term());
            case RenewalDisputed e -> put(values, e.term());
            case TermRenewed e -> put(values, e.term());
            case TermLapsed e -> put(values, e.term());
            case AccountChurned e -> values.remove(e.term().contractId());
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map is always written", e);
        }
    }

    private static void put(TreeMap<String, Map<String, Long>> values, Term term) {
        values.put(term.contractId(), term.annualValue());
    }

    private static TreeMap<String, Map<String, Long>> read(String annualValues) {
        try {
            return JSON.readValue(annualValues, BY_CONTRACT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept annual values are not read any more: " + annualValues, e);
        }
    }
}
