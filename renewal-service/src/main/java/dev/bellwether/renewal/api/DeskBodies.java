package dev.bellwether.renewal.api;

import dev.bellwether.renewal.desk.Entry;
import dev.bellwether.renewal.playbook.Playbook;
import dev.bellwether.renewal.stake.Call;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people send to the desk; what is wrong with it is answered as a problem that names the field. */
final class DeskBodies {

    /** With the term of which all of them may speak. */
    private static final Set<String> CALL = Set.of("call", "note", "term");

    private static final Set<String> NOTE = Set.of("note", "term");
    private static final Set<String> TASK = Set.of("step", "title", "done", "assignee", "note", "dueOn", "term");

    private DeskBodies() {}

    static Entry.Content call(Body body) {
        body.only(CALL);
        Optional<Call> call = Call.of(body.required("call"));
        if (call.isEmpty()) {
            body.wrong("call", "must be one of commit, best-case, at-risk, lost");
        }
        String note = body.text("note");
        body.check();
        return new Entry.Content.Called(call.orElseThrow(), note);
    }

    static Entry.Content note(Body body) {
        body.only(NOTE);
        String note = body.required("note");
        body.check();
        return new Entry.Content.Noted(note);
    }

    /** A step that the playbook does not know must be the id of a task of one's own. */
    static Entry.Content task(Body body, Playbook playbook) {
        body.only(TASK);
        String step = body.text("step");
        String title = body.text("title");
        if (step == null && title == null) {
            body.wrong("step", "is required, or a title for a task of your own");
        }
        if (step != null && playbook.step(step).isEmpty()) {
            if (!isId(step)) {
                body.wrong("step", "is neither a step of the playbook nor the id of a task");
            } else if (title == null) {
                body.wrong("title", "is required with the id of a task of your own");
            }
        }
        Entry.Content task = new Entry.Content.Worked(
                step == null ? UUID.randomUUID().toString() : step,
                title,
                body.flag("done"),
                body.text("assignee"),
                body.text("note"),
                body.day("dueOn"));
        body.check();
        return task;
    }

    private static boolean isId(String step) {
        try {
            return UUID.fromString(step).toString().equals(step);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
