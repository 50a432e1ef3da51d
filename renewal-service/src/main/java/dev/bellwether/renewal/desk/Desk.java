package dev.bellwether.renewal.desk;

import dev.bellwether.renewal.stake.Call;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All entries about a term, folded.
 *
 * @param tasks by step, in the order in which they were first touched
 * @param notes the newest first
 */
public record Desk(Optional<Said> call, Map<String, Task> tasks, List<Note> notes) {

    /** Where nobody said or did anything yet. */
    public static final Desk EMPTY = new Desk(Optional.empty(), Map.of(), List.of());

    /** A call, with who made it and when. */
    public record Said(Call call, @Nullable String note, String by, Instant at) {}

    /** A note, with who made it and when. */
    public record Note(String note, String by, Instant at) {}

    /**
     * A step of the playbook or a task of one's own, as it was last left.
     *
     * @param title null for a step of the playbook
     * @param by who touched it last
     */
    public record Task(
            String step,
            @Nullable String title,
            boolean done,
            @Nullable String assignee,
            @Nullable String note,
            @Nullable LocalDate dueOn,
            String by,
            Instant at) {}

    /** In any order. */
    public static Desk of(Collection<Entry> entries) {
        Optional<Said> call = Optional.empty();
        Map<String, Task> tasks = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        List<Entry> oldestFirst = entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .toList();
        for (Entry entry : oldestFirst) {
            switch (entry.content()) {
                case Entry.Content.Called(Call said, String note) ->
                    call = Optional.of(new Said(said, note, entry.by(), entry.at()));
                case Entry.Content.Noted(String note) -> notes.addFirst(new Note(note, entry.by(), entry.at()));
                case Entry.Content.Worked worked ->
                    tasks.put(worked.step(), task(tasks.get(worked.step()), worked, entry));
            }
        }
        return new Desk(call, tasks, List.copyOf(notes));
    }

    /** Whether a step was done. */
    public boolean isDone(String step) {
        Task task = tasks.get(step);
        return task != null && task.done();
    }

    private static Task task(@Nullable Task before, Entry.Content.Worked said, Entry entry) {
        return before == null
                ? new Task(
                        said.step(),
                        said.title(),
                        Boolean.TRUE.equals(said.done()),
                        said.assignee(),
                        said.note(),
                        said.dueOn(),
                        entry.by(),
                        entry.at())
                : new Task(
                        said.step(),
                        said.title() == null ? before.title() : said.title(),
                        said.done() == null ? before.done() : said.done(),
                        said.assignee() == null ? before.assignee() : said.assignee(),
                        said.note() == null ? before.note() : said.note(),
                        said.dueOn() == null ? before.dueOn() : said.dueOn(),
                        entry.by(),
                        entry.at());
    }
}
