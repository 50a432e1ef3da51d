package dev.bellwether.console.today;

import dev.bellwether.console.renewal.TodayLine;
import dev.bellwether.console.wording.Days;
import dev.bellwether.console.wording.Names;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do next.
 *
 * @param id in the playbook; empty when there is nothing to do
 * @param text the step, or why there is none
 * @param plan who does it and until when, in words
 * @param assignee e-mail
 * @param dueOn a day such as 2026-03-31
 */
record NextStep(String id, String text, String plan, String note, String assignee, String dueOn) {

    /**
     * @param stepsInForce how many steps of the playbook are in force, the done ones included
     */
    static NextStep of(TodayLine.@Nullable Step step, int stepsInForce) {
        if (step == null) {
            return none(stepsInForce == 0 ? "Nothing to do yet." : "Every step of the playbook is done.");
        }
        String assignee = Objects.requireNonNullElse(step.assignee(), "");
        LocalDate dueOn = step.dueOn();
        return new NextStep(
                step.step(),
                step.text(),
                Stream.of(Names.ofPerson(assignee), dueOn == null ? "" : "by " + Days.inWords(dueOn))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                Objects.requireNonNullElse(step.note(), ""),
                assignee,
                dueOn == null ? "" : dueOn.toString());
    }

    private static NextStep none(String why) {
        return new NextStep("", why, "", "", "", "");
    }
}
