package dev.bellwether.local.company;

import dev.bellwether.local.door.Letter;
import dev.bellwether.local.door.Letters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who a customer is, who works there, and what was agreed: what has to be known before anything else makes sense. */
record Foundation(Letters letters, LocalDate today) {

    private static final int DEACTIVATED_AFTER_DAYS = 4;

    List<Letter> of(Customer customer) {
        List<Letter> known = new ArrayList<>();
        known.add(account(customer));
        for (Person person : customer.people()) {
            known.add(user(customer, person));
        }
        if (customer.story() == Story.CHAMPION_LEFT) {
            known.add(deactivation(customer, customer.people().getFirst()));
        }
        known.add(contract(customer));
        return known;
    }

    private Letter account(Customer customer) {
        Map<String, Object> traits = new LinkedHashMap<>();
        traits.put("name", customer.name());
        traits.put("owner", customer.owner().email());
        traits.put("segment", customer.profile().segment());
        traits.put("stage", customer.agreement().kind().equals("trial") ? "trial" : "customer");
        traits.put("seats", customer.profile().seats());
        traits.put("currency", customer.profile().currency());
        traits.put("timeZone", customer.profile().zone().getId());
        return letters.group(
                "account-" + customer.id(),
                morning(customer.since(), 8),
                customer.id(),
                customer.people().getFirst().id(),
                traits);
    }

    private Letter user(Customer customer, Person person) {
        Map<String, Object> traits = new LinkedHashMap<>();
        traits.put("email", person.email());
        traits.put("name", person.name());
        traits.put("role", person.role());
        if (person.champion()) {
            traits.put("champion", true);
        }
        return letters.identify("user-" + person.id(), morning(person.joined(), 7), customer.id(), person.id(), traits);
    }

    private Letter deactivation(Customer customer, Person person) {
        return letters.identify(
                "user-" + person.id() + "-deactivated",
                morning(person.lastDay().plusDays(DEACTIVATED_AFTER_DAYS), 17),
                customer.id(),
                person.id(),
                Map.of("deactivated", true));
    }

    private Letter contract(Customer customer) {
        Customer.Agreement agreement = customer.agreement();
        Map<String, Object> contract = new LinkedHashMap<>();
        contract.put("contractId", "contract-" + customer.id());
        contract.put("kind", agreement.kind());
        contract.put("startsOn", agreement.startsOn().toString());
        contract.put("endsOn", agreement.endsOn().toString());
        contract.put("noticeDays", agreement.noticeDays());
        contract.put("autoRenew", agreement.autoRenew());
        contract.put("currency", customer.profile().currency());
        contract.put("lines", List.of(Map.of("product", "Field plan", "annualAmount", agreement.annualAmount())));
        contract.put("status", "active");
        return letters.fact(
                "bellwether.contract",
                "contract-" + customer.id(),
                morning(agreement.startsOn().isBefore(customer.since()) ? customer.since() : agreement.startsOn(), 9),
                customer.id(),
                contract);
    }

    private static Instant morning(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }
}
