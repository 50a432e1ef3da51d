package dev.bellwether.renewal.playbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.likelihood.Likelihoods;
import dev.bellwether.renewal.stake.Risk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a playbook, and finds all that is wrong with it at once. */
final class PlaybookFile {

    private static final Set<Integer> TRIAL = Set.of(7, 3, 1);
    private static final Set<String> FIELDS = Set.of("kind", "milestone", "risk", "steps");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private PlaybookFile() {}

    /**
     * @throws IllegalArgumentException when it is no playbook; the message names everything that is wrong
     */
    static Playbook read(String yaml) {
        PlaybookFile file = new PlaybookFile();
        Playbook playbook = new Playbook(file.checklists(yaml));
        if (!file.problems.isEmpty()) {
            throw new IllegalArgumentException("the playbook is wrong: " + String.join("; ", file.problems));
        }
        return playbook;
    }

    private List<Checklist> checklists(String yaml) {
        List<Checklist> checklists = new ArrayList<>();
        try {
            JsonNode lists = new YAMLMapper().readTree(yaml).path("checklists");
            if (!lists.isArray() || lists.isEmpty()) {
                problems.add("checklists must be a list of at least one");
            }
            for (int i = 0; i < lists.size(); i++) {
                checklists.add(checklist("checklists[" + i + "]", lists.get(i)));
            }
        } catch (IOException e) {
            problems.add("it is no YAML: " + e.getMessage());
        }
        return checklists;
    }

    private Checklist checklist(String place, JsonNode node) {
        node.fieldNames().forEachRemaining(name -> require(FIELDS.contains(name), place + "." + name + " is unknown"));
        String word = node.path("kind").asText();
        boolean trial = word.equals("trial");
        require(trial || word.equals("subscription"), place + ".kind must be subscription or trial");
        int milestone = node.path("milestone").asInt();
        require(
                trial ? TRIAL.contains(milestone) : Likelihoods.MILESTONES.contains(milestone),
                place + ".milestone must be one of " + (trial ? "7, 3, 1" : "120, 90, 60, 30, 14, 7, 1"));
        return new Checklist(
                trial ? ContractKind.TRIAL : ContractKind.SUBSCRIPTION,
                milestone,
                risks(place, node),
                steps(place, node));
    }

    private Set<Risk> risks(String place, JsonNode node) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        JsonNode said = node.path("risk");
        said.forEach(one -> Risk.of(one.asText())
                .ifPresentOrElse(
                        risks::add, () -> problems.add(place + ".risk must be low, medium or high: " + one.asText())));
        require(said.isMissingNode() || said.isArray(), place + ".risk must be a list");
        return said.isMissingNode() ? EnumSet.allOf(Risk.class) : risks;
    }

    private List<Step> steps(String place, JsonNode node) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode one : node.path("steps")) {
            Step step = new Step(one.path("id").asText(), one.path("do").asText());
            require(!step.id().isBlank(), place + " has a step without id");
            require(!step.text().isBlank(), place + " has a step that does not say what to do: " + step.id());
            require(ids.add(step.id()), place + " has a step whose id is taken: " + step.id());
            steps.add(step);
        }
        require(!steps.isEmpty(), place + ".steps must be a list of at least one");
        return steps;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
