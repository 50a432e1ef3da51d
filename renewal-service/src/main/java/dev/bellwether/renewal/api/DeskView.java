package dev.bellwether.renewal.api;

import dev.bellwether.renewal.desk.Desk;
import dev.bellwether.renewal.playbook.Playbook;
import dev.bellwether.renewal.playbook.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said and did about a term.
 *
 * @param call null while nothing was said
 * @param steps of the playbook that are in force or were touched, and tasks of one's own
 * @param notes the newest first
 */
record DeskView(@Nullable CallView call, List<StepView> steps, List<NoteView> notes) {

    /**
     * How the term will end, by the word of a customer success manager.
     *
     * @param call commit, best-case, at-risk or lost
     */
    record CallView(String call, @Nullable String note, String by, Instant at) {

        static CallView of(Desk.Said said) {
            return new CallView(said.call().word(), said.note(), said.by(), said.at());
        }
    }

    /** A note, with who made it and when. */
    record NoteView(String note, String by, Instant at) {}

    /**
     * A step.
     *
     * @param by who touched it last; null, like the instant, while nobody did
     */
    record StepView(
            String step,
            String text,
            boolean done,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            @Nullable String by,
            @Nullable Instant at) {

        static StepView of(Step step, Desk desk) {
            Desk.Task task = desk.tasks().get(step.id());
            return task == null
                    ? new StepView(step.id(), step.text(), false, null, null, null, null, null)
                    : of(step.text(), task);
        }

        private static StepView of(String text, Desk.Task task) {
            return new StepView(
                    task.step(), text, task.done(), task.assignee(), task.note(), task.dueOn(), task.by(), task.at());
        }
    }

    /**
     * @param inForce steps of the playbook, in their order
     */
    static DeskView of(Desk desk, List<Step> inForce, Playbook playbook) {
        List<StepView> steps = new ArrayList<>();
        inForce.forEach(step -> steps.add(StepView.of(step, desk)));
        for (Desk.Task task : desk.tasks().values()) {
            if (inForce.stream().noneMatch(step -> step.id().equals(task.step()))) {
                String text = playbook.step(task.step())
                        .map(Step::text)
                        .orElse(task.title() == null ? task.step() : task.title());
                steps.add(StepView.of(text, task));
            }
        }
        return new DeskView(
                desk.call().map(CallView::of).orElse(null),
                List.copyOf(steps),
                desk.notes().stream()
                        .map(note -> new NoteView(note.note(), note.by(), note.at()))
                        .toList());
    }
}
