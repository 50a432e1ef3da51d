package dev.bellwether.alert.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.alert.policy.Version;
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
import org.jspecify.annotations.Nullable;

/** What an account is worth a year, in minor units by currency, from what was announced of its contracts. */
final class Money {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<TreeMap<String, Map<String, Long>>> BY_CONTRACT = new TypeReference<>() {};

    private static final TypeReference<TreeMap<String, Version>> NEWEST = new TypeReference<>() {};

    private Money() {}

    /** The sum over the contracts; currencies are never added up. */
    static Map<String, Long> of(String annualValues) {
        Map<String, Long> sums = new HashMap<>();
        read(annualValues, BY_CONTRACT)
                .values()
                .forEach(contract -> contract.forEach((currency, amount) -> sums.merge(currency, amount, Long::sum)));
        return sums;
    }

    /** Notes what an announcement says of its contract, unless something newer was said of it. */
    static void note(AccountRow account, RenewalEvent event) {
        TreeMap<String, Version> newest = read(account.annualValueOf, NEWEST);
        Version said = Version.of(event);
        Term term = term(event);
        @Nullable Version before = newest.get(term.contractId());
        if (before != null && !said.newerThan(before)) {
            return;
        }
        newest.put(term.contractId(), said);
        TreeMap<String, Map<String, Long>> values = read(account.annualValue, BY_CONTRACT);
        if (event instanceof AccountChurned) {
            values.remove(term.contractId());
        } else {
            values.put(term.contractId(), term.annualValue());
        }
        account.annualValue = write(values);
        account.annualValueOf = write(newest);
    }

    private static Term term(RenewalEvent event) {
        return switch (event) {
            case RenewalDue e -> e.term();
            case RenewalDisputed e -> e.term();
            case TermRenewed e -> e.term();
            case TermLapsed e -> e.term();
            case AccountChurned e -> e.term();
        };
    }

    private static String write(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map is always written", e);
        }
    }

    private static <T> T read(String annualValues, TypeReference<T> form) {
        try {
            return JSON.readValue(annualValues, form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept annual values are not read any more: " + annualValues, e);
        }
    }
}
