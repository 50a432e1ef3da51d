package dev.bellwether.renewal.playbook;

import com.fasterxml.jackson.core.StreamReadFeature;
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
import java.util.TreeSet;

/** Reads a playbook, and finds all that is wrong with it at once. */
final class PlaybookFile {

    private static final Set<Integer> TRIAL = Set.of(7, 3, 1);
    private static final Set<String> PLAYBOOK = Set.of("checklists");
    private static final Set<String> CHECKLIST = Set.of("kind", "milestone", "risk", "steps");
    private static final Set<String> STEP = Set.of("id", "do");

    /** A name that comes twice is an error: one of the two would silently count for nothing. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

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
            JsonNode playbook = YAML.readTree(yaml);
            only(PLAYBOOK, "", playbook);
            JsonNode lists = playbook.path("checklists");
            require(lists.isArray() && !lists.isEmpty(), "checklists must be a list of at least one");
            if (lists.isArray()) {
                for (JsonNode list : lists) {
                    checklists.add(checklist("checklists[" + checklists.size() + "]", list));
                }
            }
        } catch (IOException e) {
            problems.add("it is no YAML: " + e.getMessage());
        }
        return checklists;
    }

    private Checklist checklist(String place, JsonNode node) {
        only(CHECKLIST, place + ".", node);
        String word = node.path("kind").asText();
        boolean trial = word.equals("trial");
        require(trial || word.equals("subscription"), place + ".kind must be subscription or trial");
        JsonNode milestone = node.path("milestone");
        require(
                milestone.isInt() && (trial ? TRIAL : Likelihoods.MILESTONES).contains(milestone.intValue()),
                place + ".milestone must be one of " + (trial ? "7, 3, 1" : "120, 90, 60, 30, 14, 7, 1"));
        return new Checklist(
                trial ? ContractKind.TRIAL : ContractKind.SUBSCRIPTION,
                milestone.intValue(),
                risks(place, node),
                steps(place, node.path("steps")));
    }

    private Set<Risk> risks(String place, JsonNode node) {
        Set<Risk> risks = EnumSet.noneOf(Risk.class);
        JsonNode said = node.path("risk");
        if (said.isMissingNode()) {
            return EnumSet.allOf(Risk.class);
        }
        require(said.isArray() && !said.isEmpty(), place + ".risk must be a list of at least one, or left out for all");
        said.forEach(one -> Risk.of(one.asText())
                .ifPresentOrElse(
                        risks::add, () -> problems.add(place + ".risk must be low, medium or high: " + one.asText())));
        return risks;
    }

    private List<Step> steps(String place, JsonNode list) {
        List<Step> steps = new ArrayList<>();
        require(list.isArray() && !list.isEmpty(), place + ".steps must be a list of at least one");
        if (list.isArray()) {
            list.forEach(one -> steps.add(step(place + ".steps[" + steps.size() + "]", one)));
        }
        return steps;
    }

    private Step step(String place, JsonNode node) {
        only(STEP, place + ".", node);
        Step step = new Step(text(node, "id"), text(node, "do"));
        require(!step.id().isBlank(), place + ".id must be a text: what was done is kept by it");
        require(!step.text().isBlank(), place + ".do must be a text that says what to do");
        require(step.id().isBlank() || ids.add(step.id()), place + ".id is taken: " + step.id());
        return step;
    }

    /** Numbers are texts as well; empty when it is neither. */
    private static String text(JsonNode node, String name) {
        return node.path(name).isNull() ? "" : node.path(name).asText();
    }

    private void only(Set<String> names, String place, JsonNode node) {
        if (node.isObject()) {
            node.fieldNames()
                    .forEachRemaining(name -> require(
                            names.contains(name),
                            place + name + " is unknown; there are " + String.join(", ", new TreeSet<>(names))));
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
