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
 * @param id in the playbook; empty when all of it is done
 * @param plan who does it and until when, in words
 * @param assignee e-mail
 * @param dueOn a day such as 2026-03-31
 */
record NextStep(String id, String text, String plan, String note, String assignee, String dueOn) {

    private static final NextStep NONE = new NextStep("", "", "", "", "", "");

    static NextStep of(TodayLine.@Nullable Step step) {
        if (step == null) {
            return NONE;
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
}
