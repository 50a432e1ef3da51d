package dev.bellwether.ingest.csv.row;

import dev.bellwether.contracts.Attributes;
import dev.bellwether.contracts.Codec;
import dev.bellwether.contracts.Envelope;
import dev.bellwether.contracts.Fact;
import dev.bellwether.contracts.Problem;
import dev.bellwether.contracts.Reading;
import dev.bellwether.ingest.verdict.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the rows of one file into facts. The same row as of the same instant gives the same events, wherever in a file
 * it stands.
 */
public final class RowReader {

    private final Header header;
    private final Spelling spelling;
    private final Origin origin;
    private final EventId ids;

    public RowReader(Header header, ImportOrder order, Origin origin) {
        this.header = header;
        this.spelling = order.spelling();
        this.origin = origin;
        this.ids = new EventId(origin.asOf());
    }

    /** Whether no cell says anything. */
    public static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isEmpty);
    }

    /**
     * The events of a row, one or two, or every problem with it; their pointers are the names of columns as the file has
     * them.
     *
     * @param now from which the future is measured
     */
    public Reading<List<Envelope>> read(List<String> cells, Instant now) {
        int surplus = cells.size() - header.size();
        if (surplus < 0 || surplus > 0 && !isBlank(cells.subList(header.size(), cells.size()))) {
            return Reading.refused("", "has " + cells.size() + " values, and the file " + header.size() + " columns");
        }
        Row written = header.row(cells);
        List<Problem> problems = new ArrayList<>(0);
        Row row = written.plain(spelling, problems);
        Instant at = occurredAt(row, problems);
        if (Horizon.isBeyond(at, now)) {
            problems.add(new Problem("/occurredAt", Horizon.DETAIL));
        }
        byte[] data = Document.of(row, spelling, problems);
        if (data.length > origin.eventBytes()) {
            problems.add(new Problem("", "makes an event larger than " + origin.eventBytes() + " bytes"));
        }
        return problems.isEmpty()
                ? named(facts(row, at, data), written)
                : named(new Reading.Refused<>(problems), written);
    }

    /** What is right as a whole is right in parts. */
    private Reading<List<Envelope>> facts(Row row, Instant at, byte[] data) {
        return switch (judged(row, at, data)) {
            case Reading.Refused<Envelope>(var problems) -> new Reading.Refused<>(problems);
            case Reading.Understood<Envelope>(Envelope whole) -> {
                List<Told> told = Told.of(row, at, spelling, origin.asOf());
                yield new Reading.Understood<>(
                        told.size() == 1
                                ? List.of(whole)
                                : told.stream().map(this::envelope).toList());
            }
        };
    }

    private Envelope envelope(Told told) {
        byte[] data = Document.of(told.row(), spelling, new ArrayList<>(0));
        return switch (judged(told.row(), told.at(), data)) {
            case Reading.Understood<Envelope>(Envelope part) -> part;
            case Reading.Refused<Envelope>(var problems) ->
                throw new IllegalStateException("a part of a good row is refused: " + problems);
        };
    }

    private Instant occurredAt(Row row, List<Problem> problems) {
        String told = row.value("occurredAt");
        if (told != null) {
            Instant at = spelling.instant(told);
            if (at == null) {
                problems.add(new Problem("/occurredAt", Spelling.INSTANT));
            }
            return at == null ? origin.asOf() : at;
        }
        for (String column : row.kind().moments()) {
            String text = row.value(column);
            Instant at = text == null ? null : spelling.instant(text);
            if (at != null) {
                return at.isAfter(origin.asOf()) ? origin.asOf() : at;
            }
        }
        return origin.asOf();
    }

    private Reading<Envelope> judged(Row row, Instant at, byte[] data) {
        for (String name : row.kind().required()) {
            if (row.value(name) == null) {
                return Reading.refused("/" + name, "is empty, and required");
            }
        }
        String account = row.value("accountId");
        String type = row.kind().type().typeName();
        String told = row.kind().indexOf("id") < 0 ? null : row.value("id");
        String id = told == null ? ids.of(row.kind(), String.valueOf(account), at, data) : told;
        Reading<Envelope> reading = Attributes.read(
                name -> switch (name) {
                    case "specversion" -> Envelope.SPEC_VERSION;
                    case "id" -> id;
                    case "source" -> origin.source();
                    case "type" -> type;
                    case "subject" -> account;
                    default -> null;
                },
                at,
                data);
        return reading instanceof Reading.Understood<Envelope>(Envelope envelope) ? judged(envelope) : reading;
    }

    private static Reading<Envelope> judged(Envelope envelope) {
        return switch (Codec.readFact(envelope)) {
            case Reading.Refused<Fact>(var problems) -> new Reading.Refused<>(problems);
            case Reading.Understood<Fact> fact -> new Reading.Understood<>(envelope);
        };
    }

    private Reading<List<Envelope>> named(Reading<List<Envelope>> reading, Row written) {
        return switch (reading) {
            case Reading.Understood<List<Envelope>> understood -> understood;
            case Reading.Refused<List<Envelope>>(var problems) ->
                new Reading.Refused<>(problems.stream()
                        .map(problem -> new Problem(
                                name(problem.pointer()), problem.detail() + hint(problem.pointer(), written)))
                        .toList());
        };
    }

    private String hint(String pointer, Row written) {
        int place = pointer.isEmpty() ? -1 : written.kind().indexOf(pointer.substring(1));
        return place < 0
                ? ""
                : spelling.hint(
                        written.kind().columns().get(place), written.values().get(place));
    }

    private String name(String pointer) {
        return switch (pointer) {
            case "" -> "";
            case "/subject" -> header.nameOf("/accountId");
            default -> header.nameOf(pointer);
        };
    }

    /**
     * Where the rows come from.
     *
     * @param source of the events
     * @param asOf when it happened, for rows that do not tell; what they tell without saying so lies no later
     * @param eventBytes largest data of an event
     */
    public record Origin(String source, Instant asOf, int eventBytes) {}
}
