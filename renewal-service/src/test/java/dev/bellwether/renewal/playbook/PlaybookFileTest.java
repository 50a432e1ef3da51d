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

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            checklists: []                                                                                       | checklists must be a list of at least one
            a: [                                                                                                 | it is no YAML
            checklists: [{kind: lease, milestone: 30, steps: [{id: a, do: b}]}]                                  | checklists[0].kind must be subscription or trial
            checklists: [{kind: trial, milestone: 30, steps: [{id: a, do: b}]}]                                  | checklists[0].milestone must be one of 7, 3, 1
            checklists: [{kind: subscription, milestone: 31, steps: [{id: a, do: b}]}]                           | checklists[0].milestone must be one of 120, 90, 60, 30, 14, 7, 1
            checklists: [{kind: subscription, milestone: 30, risk: [some], steps: [{id: a, do: b}]}]             | checklists[0].risk must be low, medium or high: some
            checklists: [{kind: subscription, milestone: 30, steps: [{id: a, do: b}, {id: a, do: c}]}]           | checklists[0] has a step whose id is taken: a
            checklists: [{kind: subscription, milestone: 30, steps: [{id: a}]}]                                  | checklists[0] has a step that does not say what to do: a
            checklists: [{kind: subscription, milestone: 30}]                                                    | checklists[0].steps must be a list of at least one
            checklists: [{kind: subscription, milestone: 30, when: now, steps: [{id: a, do: b}]}]                | checklists[0].when is unknown
            """)
    void what_is_wrong_is_named(String yaml, String problem) {
        assertThatThrownBy(() -> PlaybookFile.read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }
}
