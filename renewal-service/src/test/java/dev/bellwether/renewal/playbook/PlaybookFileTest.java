package dev.bellwether.renewal.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bellwether.contracts.ContractKind;
import dev.bellwether.renewal.stake.Risk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookFileTest {

    @ParameterizedTest
    @ValueSource(longs = {120, 90, 60, 30, 14, 7, 1, 0, -5})
    void the_shipped_playbook_knows_a_step_for_every_milestone_and_risk(long daysLeft) {
        Playbook shipped = PlaybookFile.read(ShippedPlaybook.shipped());

        for (Risk risk : Risk.values()) {
            assertThat(shipped.steps(ContractKind.SUBSCRIPTION, risk, daysLeft)).isNotEmpty();
        }
        assertThat(shipped.steps(ContractKind.TRIAL, Risk.LOW, Math.min(daysLeft, 7)))
                .isNotEmpty();
    }

    @Test
    void the_nearest_milestone_comes_first_and_what_is_not_due_does_not_come() {
        Playbook shipped = PlaybookFile.read(ShippedPlaybook.shipped());

        List<String> steps = shipped.steps(ContractKind.SUBSCRIPTION, Risk.HIGH, 60).stream()
                .map(Step::id)
                .toList();

        assertThat(steps)
                .containsExactly(
                        "proposal",
                        "value-summary",
                        "sponsor-call",
                        "review-usage",
                        "confirm-decider",
                        "recovery-plan");
    }

    @Test
    void all_that_is_wrong_is_named_at_once() {
        assertThatThrownBy(() -> PlaybookFile.read("""
                        extra: 1
                        checklists:
                        - {kind: lease, milestone: 30, steps: [{id: a, do: b}]}
                        - {kind: subscription, milestone: 30.9, risk: [], steps: {id: c, do: d}}
                        - {kind: subscription, milestone: 30, steps: [{id: e, dou: f}, {do: g}]}
                        """))
                .hasMessageContainingAll(
                        "extra is unknown",
                        "checklists[0].kind must be",
                        "checklists[1].milestone must be one of",
                        "checklists[1].risk must be a list of at least one",
                        "checklists[1].steps must be a list of at least one",
                        "checklists[2].steps[0].dou is unknown",
                        "checklists[2].steps[0].do must be",
                        "checklists[2].steps[1].id must be");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            checklists: []                                                                                       | checklists must be a list of at least one
            a: [                                                                                                 | it is no YAML
            checklists: [{kind: lease, milestone: 30, steps: [{id: a, do: b}]}]                                  | checklists[0].kind must be subscription or trial
            checklists: [{kind: trial, milestone: 30, steps: [{id: a, do: b}]}]                                  | checklists[0].milestone must be one of 7, 3, 1
            checklists: [{kind: subscription, milestone: 31, steps: [{id: a, do: b}]}]                           | checklists[0].milestone must be one of 120, 90, 60, 30, 14, 7, 1
            checklists: [{kind: subscription, milestone: 30, risk: [some], steps: [{id: a, do: b}]}]             | checklists[0].risk must be low, medium or high: some
            checklists: [{kind: subscription, milestone: 30, steps: [{id: a, do: b}, {id: a, do: c}]}]           | checklists[0].steps[1].id is taken: a
            checklists: [{kind: subscription, milestone: 30, steps: [{id: a}]}]                                  | checklists[0].steps[0].do must be a text
            checklists: [{kind: subscription, milestone: 30}]                                                    | checklists[0].steps must be a list of at least one
            checklists: [{kind: subscription, milestone: 30, when: now, steps: [{id: a, do: b}]}]                | checklists[0].when is unknown
            checklists: {a: 1}                                                                                   | checklists must be a list of at least one
            7                                                                                                    | checklists must be a list of at least one
            checklists: [7]                                                                                      | checklists[0].kind must be
            checklists: [{kind: subscription, milestone: 30, milestone: 60, steps: [{id: a, do: b}]}]            | it is no YAML
            checklists: [{kind: subscription, milestone: 30, risk: {low: 1}, steps: [{id: a, do: b}]}]           | checklists[0].risk must be a list
            """)
    void what_is_wrong_is_named(String yaml, String problem) {
        assertThatThrownBy(() -> PlaybookFile.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
