package dev.bellwether.console.portfolio;

import dev.bellwether.console.page.Choice;
import dev.bellwether.console.wording.FlagKind;
import dev.bellwether.console.wording.Names;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the portfolio's filters offer, with what is chosen now. */
record Choices(List<Choice> owners, List<Choice> flags, List<Choice> orders) {

    static Choices of(Filter filter, Census census) {
        return new Choices(owners(filter, census), flags(filter), orders(filter.sort()));
    }

    // an owner who was asked for is on the list even when none of the accounts that were counted is theirs
    private static List<Choice> owners(Filter filter, Census census) {
        Stream<String> asked = Stream.of(filter.owner()).filter(owner -> !owner.isEmpty());
        return Stream.concat(census.owners().stream(), asked)
                .distinct()
                .map(email -> new Choice(email, Names.ofPerson(email), email.equals(filter.owner())))
                .toList();
    }

    private static List<Choice> flags(Filter filter) {
        return Stream.of(FlagKind.values())
                .map(kind -> new Choice(kind.name(), kind.words(), filter.flag().equals(Optional.of(kind))))
                .toList();
    }

    private static List<Choice> orders(Sort sort) {
        return sort.choices().stream()
                .map(order -> new Choice(value(order), order.words(), order.equals(sort)))
                .toList();
    }

    // the usual order needs no word in the address
    private static String value(Sort order) {
        return order.equals(Sort.WORST_FIRST) ? "" : order.text();
    }
}
