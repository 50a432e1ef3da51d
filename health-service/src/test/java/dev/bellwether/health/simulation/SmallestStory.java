package dev.bellwether.health.simulation;

import dev.bellwether.contracts.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A company about which two opinions differ, with every fact taken out without which they differ still. */
record SmallestStory(Company company, List<String> differences) {

    /** The company itself when there is no difference. */
    static SmallestStory of(Company company, Function<Company, List<String>> differences) {
        SmallestStory story = new SmallestStory(company, differences.apply(company));
        for (int portion = company.facts().size() / 2; portion > 0 && !story.isAgreement(); portion /= 2) {
            story = story.without(portion, differences);
        }
        return story;
    }

    private SmallestStory without(int portion, Function<Company, List<String>> differences) {
        SmallestStory smallest = this;
        for (int from = 0; from < smallest.company.facts().size(); ) {
            List<Fact> facts = smallest.company.facts();
            Set<Fact> dropped = new HashSet<>(facts.subList(from, Math.min(facts.size(), from + portion)));
            Company rest = smallest.company.without(dropped);
            List<String> still = differences.apply(rest);
            if (still.isEmpty()) {
                from += portion;
            } else {
                smallest = new SmallestStory(rest, still);
            }
        }
        return smallest;
    }

    private boolean isAgreement() {
        return differences.isEmpty();
    }

    /** Fails with the story unless there is agreement. */
    void tell(long seed) {
        if (!isAgreement()) {
            String story = company.deliveries().stream()
                    .map(delivery -> "  " + delivery.arrivesAt() + " " + delivery.fact())
                    .collect(Collectors.joining("\n"));
            throw new AssertionError("seed " + seed + ":\n  " + String.join("\n  ", differences)
                    + "\nof what happened, as it arrived:\n" + story);
        }
    }
}
